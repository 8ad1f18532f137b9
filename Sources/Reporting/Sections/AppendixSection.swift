import TrafficAnalysis

/// How the report was made, what it leaves out, and what its words mean.
struct AppendixSection: ReportSection {
  static let id = "appendix"
  static let title = "Appendix"

  private let context: ReportContext
  private let skipped: [ReportDocument.Skipped]

  init(_ context: ReportContext) throws(SectionSkipped) {
    self.init(context, skipped: [])
  }

  init(_ context: ReportContext, skipped: [ReportDocument.Skipped]) {
    self.context = context
    self.skipped = skipped
  }

  var blocks: [ReportBlock] {
    let made: InlineText = "Made by Packetpress \(context.options.version) from the packets alone."
    var blocks: [ReportBlock] = [.lead(made)]
    if !context.options.settings.isEmpty {
      blocks += [.heading("Options", anchor: "options"), .facts(settings)]
    }
    if !skipped.isEmpty {
      blocks += [.heading("Left out", anchor: "left-out"), .facts(reasons)]
    }
    return blocks + [.heading("Glossary", anchor: "glossary"), .facts(Self.glossary)]
  }

  private var settings: [ReportBlock.Fact] {
    context.options.settings.map { .init($0.name, "\(mono: $0.value)") }
  }

  private var reasons: [ReportBlock.Fact] { skipped.map { .init($0.title, "\($0.reason)") } }

  private static let glossary: [ReportBlock.Fact] = [
    .init("Bytes", "Lengths on the wire, headers included, also where the capture keeps less."),
    .init(
      "Client",
      """
      The side that opened the conversation: of TCP the sender of the SYN, else the first sender, \
      unless only its port is a known service.
      """),
    .init(
      "Conversation",
      "All packets between two addresses and ports by one protocol, in both directions."),
    .init("Drops", "Packets that the capturing system saw but could not keep."),
    .init("Duplicate ACK", "A receiver says again what it has got: a segment is missing."),
    .init(
      "Percentile",
      "95 % of the measured values are below the 95th percentile; half below the 50th."
    ),
    .init("Retransmission", "A segment sent again because its acknowledgement did not come."),
    .init(
      "Share",
      "A host's share counts what it sent and received, so shares add up to more than 100 %."
    ),
    .init("Snap length", "How many bytes of a packet a capture keeps at most."),
    .init("Zero window", "A receiver has no room for more data and stops its sender."),
  ]
}
