import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What was asked for, by server port, and how often in vain.
struct ServicesSection: ReportSection {
  static let id: String = "services"
  static let title: Phrase = "Services"

  private let context: ReportContext
  private let services: Ranked<Service>

  init(_ context: ReportContext) throws(SectionSkipped) {
    guard !context.snapshot.services.rows.isEmpty else {
      throw SectionSkipped("no TCP, UDP or SCTP ports in the capture")
    }
    self.context = context
    services = context.snapshot.services
  }

  var blocks: [ReportBlock] {
    [.lead(lead)] + context.figure("service-outcomes", csv: "services") + [.table(table)]
  }

  private var lead: InlineText {
    let failed = services.rows.map(\.failed).clampedSum
    let all = services.rows.map(\.conversations).clampedSum
    let first = services.rows[0]
    let name = first.application.map { " (\($0))" } ?? ""
    let part = Words.percent(share(first.bytes, of: context.capture.bytes))
    let total: InlineText = """
      \(Words.counted(UInt64(services.total), "server port")) in use, \
      \(services.total > 1 ? "the largest" : "which is") \(mono: Self.port(first))\(name) with \
      \(part) of the bytes
      """
    guard failed > 0 else { return total + "; no conversation failed." }
    let which: Phrase =
      all == 1
      ? "the only conversation"
      : "\(Words.count(failed)) of \(Words.counted(all, "conversation"))"
    return total + "; \(which) failed: refused, reset or unanswered."
  }

  /// What names a service; there may be a million conversations to look it up for.
  private struct Port: Hashable {
    let transport: String
    let number: UInt16

    init(_ transport: String, _ number: UInt16) {
      self.transport = transport
      self.number = number
    }
  }

  private static func port(_ service: Service) -> String {
    "\(service.transport.lowercased())/\(service.port)"
  }

  private var table: ReportTable {
    let shown = services.rows.prefix(max(1, context.options.top))
    let trends = Trends(context).open(shown.map { Port($0.transport, $0.port) }) { row in
      row.serverPort.map { [Port(row.transport, $0)] } ?? []
    }
    var table = ReportTable(
      id: "services-table", caption: "Server ports with most bytes",
      columns: [
        .text("Port", mono: true), .text("Application"), .number("Servers"),
        .number("Conversations"), .number("Established"), .number("Failed"), .number("Packets"),
        .number("Bytes"), .share("Share of bytes"),
      ] + Trends.columns(trends, "Open conversations"), csv: "services")
    table.fill(services, top: context.options.top, noun: "port") { service in
      [
        ReportTable.Cell(Self.port(service)),
        ReportTable.Cell(service.application ?? "–"), .count(service.servers),
      ] + numbers([service])
    } others: { rest in
      ["", ""] + (rest.map(numbers) ?? ["–", "–", "–", "–", "–", "–"])
    }
    table.add(trends)
    return table
  }

  private func numbers(_ services: [Service]) -> [ReportTable.Cell] {
    let bytes = services.map(\.bytes).clampedSum
    return [
      .count(services.map(\.conversations).clampedSum),
      .count(services.map(\.established).clampedSum), .count(services.map(\.failed).clampedSum),
      .count(services.map(\.packets).clampedSum), .bytes(bytes),
      .share(bytes, of: context.capture.bytes),
    ]
  }
}
