/// A whole document in CommonMark with GitHub's tables; figures are left out.
struct MarkdownDocument {
  let document: ReportDocument

  var text: String {
    let head = Self.head(document)
    let sections = document.sections.flatMap { section in
      ["", "## \(MarkdownEscape.text(section.title))"] + section.blocks.flatMap(Self.lines)
    }
    return (head + sections).joined(separator: "\n") + "\n"
  }

  /// The title, what is below it, and who sends it.
  static func head(_ document: ReportDocument) -> [String] {
    let author = document.author.map { "By \($0)" }
    let lines = [document.tagline, document.subtitle, author].compactMap { $0 }
    return ["# \(MarkdownEscape.text(document.title))"]
      + lines.flatMap { ["", MarkdownEscape.text($0)] }
  }

  static func lines(_ block: ReportBlock) -> [String] {
    switch block {
    case .verdict(let strip): ["", "> \(MarkdownEscape.inline(strip.signed))"]
    case .lead(let text), .paragraph(let text), .note(let text):
      ["", MarkdownEscape.inline(text)]
    case .warning(let text): ["", "> **Remark.** \(MarkdownEscape.inline(text))"]
    case .heading(let title, _): ["", "### \(MarkdownEscape.text(title))"]
    case .keyFigures(let figures): [""] + MarkdownTable.lines(figures).dropLast()
    case .facts(let facts):
      [""]
        + facts.map {
          "- **\(MarkdownEscape.text($0.term)):** \(MarkdownEscape.inline($0.text))"
        }
    case .table(let table): [""] + MarkdownTable.lines(table)
    case .list(let items): [""] + items.map { "- \(MarkdownEscape.inline($0))" }
    case .steps(let items):
      [""] + items.enumerated().map { "\($0.offset + 1). \(MarkdownEscape.inline($0.element))" }
    case .code(let lines): [""] + MarkdownEscape.block(lines)
    case .figure: []
    }
  }
}
