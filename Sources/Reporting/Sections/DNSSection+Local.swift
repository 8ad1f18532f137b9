import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Multicast DNS and LLMNR.
extension DNSSection {
  /// Instances of a service that its row shows.
  private static let instanceLimit = 4

  var localBlocks: [ReportBlock] {
    let kinds: [(title: Phrase, id: String, summary: LocalDNSSummary)] = [
      (title: "Multicast DNS", id: "mdns", summary: context.snapshot.mdns),
      (title: "LLMNR", id: "llmnr", summary: context.snapshot.llmnr),
    ].filter { !$0.summary.isEmpty }
    guard !kinds.isEmpty else { return [] }
    var blocks: [ReportBlock] = [.facts(kinds.map { fact($0.title, $0.summary) })]
    for (title, id, summary) in kinds {
      if !summary.services.rows.isEmpty {
        blocks.append(.table(services(summary, id: id, title: title)))
      }
      if !summary.names.rows.isEmpty {
        blocks.append(.table(names(summary, id: id, title: title)))
      }
    }
    return blocks
  }

  private func fact(_ title: Phrase, _ summary: LocalDNSSummary) -> ReportBlock.Fact {
    .init(
      title,
      """
      \(Words.counted(summary.queries, "query")), \(Words.counted(summary.responses, "response"))
      """)
  }

  private func names(_ summary: LocalDNSSummary, id: String, title: Phrase) -> ReportTable {
    var table = ReportTable(
      id: "\(id)-names", caption: "Names asked for by \(title)",
      columns: [.text("Name", mono: true), .number("Queries")])
    table.fill(summary.names, top: context.options.top, noun: "name") { name in
      [ReportTable.Cell(name.name), .count(name.queries)]
    } others: { rest in
      [.count(rest?.map(\.queries).clampedSum)]
    }
    return table
  }

  private func services(_ summary: LocalDNSSummary, id: String, title: Phrase) -> ReportTable {
    var table = ReportTable(
      id: "\(id)-services", caption: "Services announced by \(title)",
      columns: [
        .text("Service", mono: true), .text("What it is"), .text("Offered as"),
        .number("Announcements"),
      ])
    table.fill(summary.services, top: context.options.top, noun: "service") { service in
      [
        ReportTable.Cell(service.type),
        ReportTable.Cell(service.meaning.map { Phrase(message: $0) } ?? "–"),
        instances(service), .count(service.announcements),
      ]
    } others: { rest in
      ["", "", .count(rest?.map(\.announcements).clampedSum)]
    }
    return table
  }

  private func instances(_ service: AnnouncedService) -> ReportTable.Cell {
    guard !service.instances.isEmpty else { return "–" }
    let shown = service.instances.prefix(Self.instanceLimit)
      .map { SafeText.visible($0, limit: 40) }.joined(separator: ", ")
    let rest = service.instances.count - Self.instanceLimit
    return ReportTable.Cell(rest > 0 ? "\(shown) and \(Words.count(rest)) more" : "\(shown)")
  }
}
