internal import Wording

/// The report on one screen: what Markdown and a terminal show.
struct ReportDigest {
  let document: ReportDocument
  let title: String
  let subtitle: String
  /// What the report comes to, if it was judged.
  let verdict: InlineText?
  let sentence: InlineText
  let keyFigures: [KeyFigure]
  let remarks: [InlineText]
  let tables: [ReportTable]
  /// The opening sentences of the sections that have no table here.
  let leads: [(title: String, text: InlineText)]

  /// The tables that tell most, with the columns that fit and the most rows shown.
  private static let shown: [(id: String, columns: [Int], rows: Int)] = [
    ("hosts-table", [0, 4, 5, 6], 4), ("conversations-table", [0, 1, 2, 6], 5),
    ("services-table", [0, 1, 3, 5, 8], 3),
  ]
  private static let told = [
    "expectations", "findings", "protocols", "time", "tcp", "dns", "http", "tls", "link-layer",
  ]

  /// The sender's own words.
  var note: ReportDocument.Section? { document.sections.first { $0.id == ReportNote.id } }

  init(_ document: ReportDocument) {
    self.document = document
    title = document.title.text
    subtitle = document.subtitle.text
    let summary = document.sections.first { $0.id == "summary" }?.blocks ?? []
    verdict =
      summary.lazy.compactMap { block in
        if case .verdict(let strip) = block { strip.signed } else { nil }
      }.first
    sentence = summary.lead ?? ""
    keyFigures = summary.flatMap { block -> [KeyFigure] in
      if case .keyFigures(let figures) = block { figures } else { [] }
    }
    let warnings = summary.compactMap { if case .warning(let text) = $0 { text } else { nil } }
    // The verdict says how many there are.
    remarks = Array(warnings.prefix(2))
    leads = document.sections.filter { Self.told.contains($0.id) }.compactMap { section in
      section.blocks.lead.map { (section.title.text, $0) }
    }
    let all = document.sections.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    tables = Self.shown.compactMap { id, columns, rows in
      all.first { $0.id == id }.map { Self.cut($0, columns, rows) }
    }
  }

  /// Fewer columns and rows; no "others" row, which would be wrong for fewer.
  private static func cut(_ table: ReportTable, _ columns: [Int], _ rows: Int) -> ReportTable {
    var small = table
    small.columns = columns.map { table.columns[$0] }
    small.rows = table.rows.prefix(rows).map { row in columns.map { row[$0] } }
    small.others = nil
    return small
  }
}

extension [ReportBlock] {
  /// The sentence that a section opens with.
  var lead: InlineText? {
    lazy.compactMap { if case .lead(let text) = $0 { text } else { nil } }.first
  }
}
