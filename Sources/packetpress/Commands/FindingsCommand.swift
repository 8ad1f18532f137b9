import ArgumentParser

/// `packetpress findings`: what a capture is judged by.
struct FindingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "List the rules that judge a capture, and their bounds.",
    discussion: """
      Every bound can be changed with --threshold NAME=VALUE, and every rule turned off
      with --finding-off ID, in 'analyze', 'live' and 'snapshot' and in the settings file.

      EXAMPLES:
        packetpress findings
        packetpress findings --format json | jq -r '.[].id'
        packetpress analyze capture.pcap --threshold tcp-retransmissions.warning=3
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, md }

  @Option(help: "text, json or md.")
  var format = Format.text

  @OptionGroup var logging: LogOptions

  func run() {
    let text =
      switch format {
      case .text: FindingGuide.text
      case .json: FindingGuide.json
      case .md: FindingGuide.markdown
      }
    StandardStream.write(Array(text.utf8), to: 1)
  }
}
