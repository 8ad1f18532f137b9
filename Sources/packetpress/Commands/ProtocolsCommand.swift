import ArgumentParser

/// `packetpress protocols`: what can be read.
struct ProtocolsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocols",
    abstract: "List the protocols that are known, and what is read of each.",
    discussion: """
      EXAMPLES:
        packetpress protocols
        packetpress protocols --format json
        packetpress protocols --format md > Protocols.md
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, md }

  @Option(help: "text, json or md.")
  var format = Format.text

  @OptionGroup var logging: LogOptions

  func run() {
    let text =
      switch format {
      case .text: ProtocolGuide.text
      case .json: ProtocolGuide.json
      case .md: ProtocolGuide.markdown
      }
    StandardStream.write(Array(text.utf8), to: 1)
  }
}
