internal import Wording

/// A whole document for a terminal; figures are left out.
struct TextDocument {
  let document: ReportDocument
  let language: Language

  var text: String {
    let head = TextLines.wrapped(document.title.text) + TextLines.wrapped(document.subtitle.text)
    let sections = document.sections.flatMap { section in
      ["", SafeText.visible(section.title.text).uppercased()] + section.blocks.flatMap(lines)
    }
    return (head + sections).joined(separator: "\n") + "\n"
  }

  private func lines(_ block: ReportBlock) -> [String] {
    switch block {
    case .verdict(let strip): TextLines.wrapped(strip.signed.text)
    case .lead(let text), .paragraph(let text), .note(let text): TextLines.wrapped(text.text)
    case .warning(let text): TextLines.wrapped(language.text("Remark: \(text.text)"))
    case .heading(let title, _): ["", SafeText.visible(title.text)]
    case .keyFigures(let figures): [""] + TextLines.keyFigures(figures) + [""]
    case .facts(let facts): facts.flatMap { TextLines.wrapped("\($0.term): \($0.text.text)") }
    case .table(let table): TextLines.table(table, limit: 28)
    case .list(let items), .steps(let items): items.flatMap { TextLines.wrapped("- \($0.text)") }
    case .code(let lines): lines.map { "    " + $0 }
    case .figure: []
    }
  }
}
