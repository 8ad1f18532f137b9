import TrafficAnalysis

/// HTTP in clear text.
struct HTTPSection: ReportSection {
  static let id = "http"
  static let title = "HTTP"

  private let context: ReportContext
  private let http: HTTPSummary

  init(_ context: ReportContext) throws(SectionSkipped) {
    http = context.snapshot.http
    guard http.requests > 0 || http.responses > 0 else {
      throw SectionSkipped("no HTTP in clear text in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [.lead(lead)]
    blocks += http.hosts.rows.isEmpty ? [] : [.table(hosts)]
    blocks += LatencyTable.block(
      http.latency, id: "http-latency",
      caption: "Time from a request to the first line of its response")
    for table in small where !table.rows.isEmpty { blocks.append(.table(table)) }
    return blocks
  }

  private var lead: InlineText {
    let failed = http.statuses.filter { $0.name.hasPrefix("4") || $0.name.hasPrefix("5") }
      .map(\.count).clampedSum
    let outcome =
      failed == 0
      ? "none with an error status" : "\(Words.count(failed)) of them with an error status"
    return """
      \(Words.counted(http.requests, "request")) in clear text to \
      \(Words.counted(UInt64(http.hosts.total), "host")), \
      \(Words.counted(http.responses, "response")), \(outcome).
      """
  }

  private var hosts: ReportTable {
    var table = ReportTable(
      id: "http-hosts", caption: "Hosts named in requests",
      columns: [
        .text("Host", mono: true), .number("Requests"), .share("Share of requests"),
        .number("Bytes"),
      ], csv: "http_hosts")
    table.fill(http.hosts, top: context.options.top, noun: "host") { host in
      [ReportTable.Cell(host.name)] + numbers([host])
    } others: { rest in
      rest.map(numbers) ?? ["–", "–", "–"]
    }
    return table
  }

  private func numbers(_ hosts: [HTTPHost]) -> [ReportTable.Cell] {
    ReportTable.counted(hosts.map(\.requests).clampedSum, of: http.requests)
      + [.bytes(hosts.map(\.bytes).clampedSum)]
  }

  private var small: [ReportTable] {
    let top = context.options.top
    return [
      .tallies(
        http.methods, id: "http-methods", caption: "Requests by method", head: "Method",
        count: "Requests", noun: "method", top: top, mono: true),
      .tallies(
        http.statuses, id: "http-statuses", caption: "Responses by status", head: "Status",
        count: "Responses", noun: "status", top: top),
      .tallies(
        http.userAgents, id: "http-user-agents", caption: "User agents", head: "User agent",
        count: "Requests", noun: "agent", top: top),
    ]
  }
}
