import TrafficAnalysis

/// What was asked for, by server port, and how often in vain.
struct ServicesSection: ReportSection {
  static let id = "services"
  static let title = "Services"

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
    let total = Words.counted(UInt64(services.total), "server port")
    guard failed > 0 else { return "\(total) in use; no conversation failed." }
    return """
      \(total) in use; \(Words.counted(failed, "conversation")) of \(Words.count(all)) \
      failed: refused, reset or unanswered.
      """
  }

  private var table: ReportTable {
    var table = ReportTable(
      id: "services-table", caption: "Server ports with most bytes",
      columns: [
        .text("Port", mono: true), .text("Application"), .number("Servers"),
        .number("Conversations"), .number("Established"), .number("Failed"), .number("Packets"),
        .number("Bytes"), .share("Share of bytes"),
      ], csv: "services")
    table.fill(services, top: context.options.top, noun: "port") { service in
      [
        "\(service.transport.lowercased())/\(service.port)",
        ReportTable.Cell(service.application ?? "–"), .count(service.servers),
      ] + numbers([service])
    } others: { rest in
      ["", ""] + (rest.map(numbers) ?? ["–", "–", "–", "–", "–", "–"])
    }
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
