import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// HTTP in clear text.
struct HTTPSection: ReportSection {
  static let id: String = "http"
  static let title: Phrase = "HTTP"

  let context: ReportContext
  let http: HTTPSummary

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
    blocks += context.figure("http-statuses")
    for table in transactions + small where !table.rows.isEmpty { blocks.append(.table(table)) }
    return blocks
  }

  private var lead: InlineText {
    let hosts = http.hosts.total
    let target = hosts > 0 ? " to \(Words.counted(UInt64(hosts), "host"))" : ""
    return """
      \(Words.counted(http.requests, "request").capitalizedFirst) in clear text\(target), \
      \(Words.counted(http.responses, "response"))\(outcome).\(incomplete)
      """
  }

  private var outcome: Phrase {
    let failed = http.statuses.filter { $0.name.hasPrefix("4") || $0.name.hasPrefix("5") }
      .map(\.count).clampedSum
    switch (failed, http.responses) {
    case (_, 0): return ""
    case (0, 1): return ", without an error status"
    case (0, _): return ", none with an error status"
    case (1, 1): return ", with an error status"
    default: return ", \(Words.count(failed)) of them with an error status"
    }
  }

  /// What is not in the tables.
  private var incomplete: Phrase {
    let count = http.incompleteRequests.clampedSum(http.incompleteResponses)
    guard count > 0 else { return "" }
    return """
       The end of \(Words.counted(count, "message")) is not in the capture; only whole \
      messages count below.
      """
  }

  private var hosts: ReportTable {
    var table = ReportTable(
      id: "http-hosts", caption: "Hosts named in requests",
      columns: [
        .text("Host", mono: true), .number("Requests"), .share("Share of requests"),
        .number("Errors"), .number("Bytes of responses"), .number("Bytes"),
      ], csv: "http_hosts")
    table.fill(http.hosts, top: context.options.top, noun: "host") { host in
      [ReportTable.Cell(host.name)] + numbers([host])
    } others: { rest in
      rest.map(numbers) ?? ["–", "–", "–", "–", "–"]
    }
    return table
  }

  private func numbers(_ hosts: [HTTPHost]) -> [ReportTable.Cell] {
    ReportTable.counted(hosts.map(\.requests).clampedSum, of: http.requests)
      + [
        .count(hosts.map { $0.clientErrors.clampedSum($0.serverErrors) }.clampedSum),
        .bytes(hosts.map(\.responseBodyBytes).clampedSum), .bytes(hosts.map(\.bytes).clampedSum),
      ]
  }

  private var small: [ReportTable] {
    [
      tallies(
        http.methods, id: "methods", "Requests by method", "Method", "Requests",
        noun: "method", mono: true),
      tallies(
        http.statuses, id: "statuses", "Responses by status", "Status", "Responses",
        noun: "status"),
      errors,
      tallies(
        http.versions.count > 1 ? http.versions : [], id: "versions", "Requests by version",
        "Version",
        "Requests", noun: "version"),
      tallies(
        http.contentTypes, id: "content-types", "Responses by content", "Type", "Responses",
        noun: "type", mono: true),
      tallies(
        http.contentEncodings, id: "content-encodings", "Responses by coding", "Coding",
        "Responses",
        noun: "coding", mono: true),
      tallies(
        http.userAgents, id: "user-agents", "User agents", "User agent", "Requests",
        noun: "user agent"),
      tallies(
        http.servers, id: "servers", "Software of servers", "Server", "Responses",
        noun: "server"),
      tallies(
        http.proxies, id: "proxies", "Proxies that say so", "Via", "Messages", noun: "proxy",
        mono: true
      ),
      tallies(
        http.upgrades, id: "upgrades", "Connections turned into something else", "Into",
        "Connections",
        noun: "kind", mono: true),
    ]
  }

  private func tallies(
    _ tallies: [Tally], id: String, _ caption: Phrase, _ head: Phrase, _ count: Phrase,
    noun: String, mono: Bool = false
  ) -> ReportTable {
    .tallies(
      tallies, id: "http-\(id)", caption: caption, head: head, count: count,
      noun: noun, top: context.options.top, mono: mono)
  }

  private var errors: ReportTable {
    var table = ReportTable(
      id: "http-errors", caption: "Error statuses by host",
      columns: [.text("Host", mono: true), .text("Status"), .number("Responses"), .share()])
    let total = http.errors.rows.map(\.responses).clampedSum
    table.fill(http.errors, top: context.options.top, noun: "host and status") { error in
      [ReportTable.Cell(error.host ?? "–"), ReportTable.Cell("\(error.status)")]
        + ReportTable.counted(error.responses, of: total)
    } others: { rest in
      [""] + ReportTable.counted(rest?.map(\.responses).clampedSum, of: total)
    }
    return table
  }
}
