import ArgumentParser

/// How every command writes to standard error; ``LogFormat/init(in:)`` reads it before all others, so
/// that what is wrong with these is told in the right form, too.
struct LogOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Messages and progress on standard error: text, or json for one object a line.",
      valueName: "FORMAT"))
  var logFormat = LogFormat.text
}
