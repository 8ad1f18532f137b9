/// A whole document in CommonMark with GitHub's tables; figures are left out.
struct MarkdownDocument {
  let document: ReportDocument

  var text: String {
    let head = [
      "# \(MarkdownEscape.text(document.title))", "", MarkdownEscape.text(document.subtitle),
    ]
    let sections = document.sections.flatMap { section in
      ["", "## \(MarkdownEscape.text(section.title))"] + section.blocks.flatMap(lines)
    }
    return (head + sections).joined(separator: "\n") + "\n"
  }

  private func lines(_ block: ReportBlock) -> [String] {
    switch block {
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
    case .figure: []
    }
  }
}
