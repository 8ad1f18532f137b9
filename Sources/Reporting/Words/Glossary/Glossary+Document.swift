internal import Wording

extension Glossary {
  /// The terms that a document uses.
  func entries(in document: [ReportDocument.Section]) -> [GlossaryEntry] {
    var used: Set<String> = []
    for section in document {
      note(section.title.text, in: &used)
      for block in section.blocks {
        for text in Self.words(of: block) { note(text, in: &used) }
      }
    }
    return entries.filter { used.contains($0.term.text) }
  }

  private func note(_ text: String, in used: inout Set<String>) {
    for mark in marks(in: text) { used.insert(mark.entry.term.text) }
  }

  /// What stands above, beside and at the beginning of numbers.
  private static func words(of block: ReportBlock) -> [String] {
    switch block {
    case .verdict(let strip): [strip.text.text]
    case .lead(let text), .note(let text), .warning(let text), .paragraph(let text): [text.text]
    case .heading(let title, _): [title.text]
    case .keyFigures(let figures): figures.flatMap { [$0.label.text, $0.detail?.text ?? ""] }
    case .facts(let facts): facts.map(\.term.text)
    case .list(let items): items.map(\.text)
    case .steps, .code: []
    case .figure(let figure): [figure.title, figure.subtitle] + (figure.numbers.map(words) ?? [])
    case .table(let table): words(of: table)
    }
  }

  private static func words(of table: ReportTable) -> [String] {
    [table.caption.text] + table.columns.map(\.title.text)
      + table.rows.flatMap { row in
        zip(table.columns, row).filter { !$0.0.isNumeric }.prefix(3).map(\.1.text)
      }
  }
}
