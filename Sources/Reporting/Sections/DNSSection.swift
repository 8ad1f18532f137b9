import PacketDecoding
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Which names were asked for and how they were answered.
struct DNSSection: ReportSection {
  static let id: String = "dns"
  static let title: Phrase = "DNS"

  let context: ReportContext
  private let dns: DNSSummary

  init(_ context: ReportContext) throws(SectionSkipped) {
    let snapshot = context.snapshot
    dns = snapshot.dns
    let isEmpty = dns.queries == 0 && dns.responses == 0
    guard !isEmpty || !snapshot.mdns.isEmpty || !snapshot.llmnr.isEmpty else {
      throw SectionSkipped("no DNS messages in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] {
    var blocks: [ReportBlock] = [.lead(lead)]
    blocks += dns.allNames.rows.isEmpty ? [] : [.table(names)]
    blocks += context.figure("dns-latency")
    blocks += LatencyTable.block(
      dns.latency, id: "dns-latency", caption: "Time from a query to its response")
    blocks += context.figure("dns-codes")
    if !dns.responseCodes.isEmpty { blocks.append(.table(codes)) }
    if !dns.types.isEmpty { blocks.append(.table(types)) }
    blocks += dns.servers.rows.isEmpty ? [] : [.table(servers)]
    if !facts.isEmpty { blocks.append(.facts(facts)) }
    return blocks + localBlocks
  }

  private var lead: InlineText {
    guard dns.queries > 0 || dns.responses > 0 else {
      let local = [context.snapshot.mdns.queries, context.snapshot.llmnr.queries].clampedSum
      return "No unicast DNS; \(Words.counted(local, "query")) on the local link."
    }
    guard dns.queries > 0 else {
      return "\(Words.counted(dns.responses, "response")) without a query in the capture\(denied)."
    }
    let asked: InlineText = """
      \(Words.counted(dns.queries, "query")) for \(Words.counted(UInt64(dns.names.total), "name"))
      """
    let unanswered: Phrase =
      switch (dns.unanswered, dns.queries) {
      case (0, 1): "answered"
      case (0, _): "all answered"
      case (1, 1): "without a response in the capture"
      case (let count, _): "\(Words.count(count)) without a response in the capture"
      }
    return asked + ", \(unanswered)\(denied)."
  }

  /// How many responses say that there is no such name, as the end of the sentence.
  private var denied: Phrase {
    let count = dns.responseCodes.first { $0.name == "NXDOMAIN" }?.count ?? 0
    guard count > 0 else { return "" }
    return count == 1
      ? "; 1 response says that the name does not exist"
      : "; \(Words.count(count)) responses say that a name does not exist"
  }

  private var names: ReportTable {
    var table = ReportTable(
      id: "dns-names", caption: "Names asked for most",
      columns: [
        .text("Name", mono: true), .number("Queries"), .number("Responses"),
        .number("Nonexistent"), .number("Failed"), .share("Share of queries"),
      ], csv: "dns_names")
    table.fill(dns.allNames, top: context.options.top, noun: "name") { name in
      [ReportTable.Cell(name.name.isEmpty ? "(none)" : "\(name.name)")] + numbers([name])
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
      columns: [
        .text("Server", mono: true), .number("Queries"), .number("Responses"),
        .number("Unanswered"), .number("Nonexistent"), .number("Failed"), .number("Mean time"),
        .number("Longest time"),
      ], csv: "dns_servers")
    table.fill(dns.servers, top: context.options.top, noun: "server") { server in
      let times = [server.meanLatencyNanoseconds, server.maximumLatencyNanoseconds]
      let address = ReportTable.Cell(
        server.address.description, explanation: context.name(of: server.address))
      return [address] + counts([server])
        + times.map { ReportTable.Cell($0.map { Words.duration($0) } ?? "–") }
    } others: { rest in
      (rest.map(counts) ?? ["–", "–", "–", "–", "–"]) + ["", ""]
    }
    return table
  }

  private func counts(_ servers: [DNSServer]) -> [ReportTable.Cell] {
    let kinds: [KeyPath<DNSServer, UInt64>] = [
      \.queries, \.responses, \.unanswered, \.nonexistent, \.failed,
    ]
    return kinds.map { kind in .count(servers.map { $0[keyPath: kind] }.clampedSum) }
  }

  /// What is worth a line where there is any.
  private var facts: [ReportBlock.Fact] {
    var facts: [ReportBlock.Fact] = []
    func add(_ term: Phrase, _ text: InlineText, if wanted: Bool) {
      if wanted { facts.append(.init(term, text)) }
    }
    add("Sent again", "\(Words.counted(dns.retransmissions, "query"))", if: dns.retransmissions > 0)
    add(
      "Without a query", "\(Words.counted(dns.unsolicited, "response"))", if: dns.unsolicited > 0)
    add("Cut off", "\(Words.counted(dns.truncated, "response"))", if: dns.truncated > 0)
    add("Over", list(dns.transports, "message"), if: dns.transports.count > 1)
    add(
      "For", list(dns.opcodes, "message"), if: dns.opcodes.contains { $0.name != "QUERY" })
    add("EDNS", edns, if: dns.edns.queries > 0 || dns.edns.responses > 0)
    return facts
  }

  private func list(_ tallies: [Tally], _ noun: String) -> InlineText {
    let parts = tallies.prefix(6).map { tally -> Phrase in
      "\(tally.name) \(Words.counted(tally.count, noun))"
    }
    return "\(parts.joined(separator: ", "))"
  }

  private var edns: InlineText {
    let sizes = dns.edns.udpSizes.prefix(4).map { size -> Phrase in
      "\(size.name) (\(Words.count(size.count)))"
    }
    let taken = sizes.isEmpty ? "" : "; UDP sizes \(sizes.joined(separator: ", "))"
    return """
      \(Words.counted(dns.edns.queries, "query")), of which \(Words.count(dns.edns.dnssecQueries)) \
      ask for DNSSEC, and \(Words.counted(dns.edns.responses, "response"))\(taken)
      """
  }
}
