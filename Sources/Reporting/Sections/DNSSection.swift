import PacketDecoding
import TrafficAnalysis

/// Which names were asked for and how they were answered.
struct DNSSection: ReportSection {
  static let id = "dns"
  static let title = "DNS"

  private let context: ReportContext
  private let dns: DNSSummary

  init(_ context: ReportContext) throws(SectionSkipped) {
    let snapshot = context.snapshot
    dns = snapshot.dns
    let counts = [
      dns.queries, dns.responses, snapshot.mdns.queries, snapshot.mdns.responses,
      snapshot.llmnr.queries, snapshot.llmnr.responses,
    ]
    guard counts.clampedSum > 0 else { throw SectionSkipped("no DNS messages in the capture") }
    self.context = context
  }

  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [.lead(lead)]
    blocks += dns.names.rows.isEmpty ? [] : [.table(names)]
    blocks += LatencyTable.block(
      dns.latency, id: "dns-latency", caption: "Time from a query to its response")
    if !dns.responseCodes.isEmpty { blocks.append(.table(codes)) }
    if !dns.types.isEmpty { blocks.append(.table(types)) }
    blocks += dns.servers.rows.isEmpty ? [] : [.table(servers)]
    return blocks + multicast
  }

  private var lead: InlineText {
    guard dns.queries > 0 || dns.responses > 0 else {
      return "No unicast DNS; only names asked for on the local link."
    }
    let unanswered =
      dns.unanswered == 0
      ? "all answered" : "\(Words.count(dns.unanswered)) without a response in the capture"
    return """
      \(Words.counted(dns.queries, "query")) for \(Words.counted(UInt64(dns.names.total), "name")), \
      \(unanswered); \(Words.counted(dns.responses, "response")).
      """
  }

  private var names: ReportTable {
    var table = ReportTable(
      id: "dns-names", caption: "Names asked for most",
      columns: [
        .text("Name", mono: true), .number("Queries"), .number("Responses"),
        .number("Nonexistent"), .number("Failed"), .share("Share of queries"),
      ], csv: "dns_names")
    table.fill(dns.names, top: context.options.top, noun: "name") { name in
      [ReportTable.Cell(name.name)] + numbers([name])
    } others: { rest in
      rest.map(numbers) ?? ["–", "–", "–", "–", "–"]
    }
    return table
  }

  private func numbers(_ names: [DNSName]) -> [ReportTable.Cell] {
    let queries = names.map(\.queries).clampedSum
    return [
      .count(queries), .count(names.map(\.responses).clampedSum),
      .count(names.map(\.nonexistent).clampedSum), .count(names.map(\.failed).clampedSum),
      .share(queries, of: dns.queries),
    ]
  }

  private var codes: ReportTable {
    .tallies(
      dns.responseCodes, id: "dns-codes", caption: "Responses by code", head: "Code",
      count: "Responses", noun: "code", top: context.options.top)
  }

  private var types: ReportTable {
    .tallies(
      dns.types, id: "dns-types", caption: "Questions by type", head: "Type", count: "Questions",
      noun: "type", top: context.options.top)
  }

  private var servers: ReportTable {
    var table = ReportTable(
      id: "dns-servers", caption: "Servers asked",
      columns: [.text("Server", mono: true), .number("Queries"), .number("Responses")],
      csv: "dns_servers")
    table.fill(dns.servers, top: context.options.top, noun: "server") { server in
      [
        ReportTable.Cell(server.address.description), .count(server.queries),
        .count(server.responses),
      ]
    } others: { rest in
      [.count(rest?.map(\.queries).clampedSum), .count(rest?.map(\.responses).clampedSum)]
    }
    return table
  }

  private var multicast: [ReportBlock] {
    let kinds = [("Multicast DNS", context.snapshot.mdns), ("LLMNR", context.snapshot.llmnr)]
      .filter { $0.1 != DNSCounters() }
    guard !kinds.isEmpty else { return [] }
    return [
      .facts(
        kinds.map { name, counters in
          .init(
            name,
            """
            \(Words.counted(counters.queries, "query")), \
            \(Words.counted(counters.responses, "response"))
            """)
        })
    ]
  }
}
