import ArgumentParser
import Reporting
import Wording

/// The language that a report speaks. The file is read with the command line, as a logo is.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Language of what readers are shown: en, or a file of messages, de.json.",
      valueName: "LANGUAGE"),
    completion: .file(extensions: ["json"]), transform: LanguageFile.language)
  var lang: Language?

  var language: Language { lang ?? .english }

  /// Says how much stayed English; once, when everything is written.
  func tellGaps() {
    let missing = language.missing
    guard !missing.isEmpty else { return }
    let what = missing.count == 1 ? "1 message is" : "\(missing.count) messages are"
    Message.note("--lang: \(what) not translated to \(language.code), and told in English")
    for message in missing { Message.detail("--lang: not translated: \(message)") }
  }
}
