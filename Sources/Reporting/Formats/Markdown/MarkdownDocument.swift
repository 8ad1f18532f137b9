internal import Wording

/// A whole document in CommonMark with GitHub's tables; figures are left out.
struct MarkdownDocument {
  let document: ReportDocument
  let language: Language

  var text: String {
    let head = Self.head(document, language)
    let sections = document.sections.flatMap { section in
      ["", "## \(MarkdownEscape.text(section.title.text))"]
        + section.blocks.flatMap { Self.lines($0, language) }
    }
    return (head + sections).joined(separator: "\n") + "\n"
  }

  /// The title, what is below it, and who sends it.
  static func head(_ document: ReportDocument, _ language: Language) -> [String] {
    let author = document.author.map { language.text("By \($0)") }
    let lines = [document.tagline, document.subtitle.text, author].compactMap { $0 }
    return ["# \(MarkdownEscape.text(document.title.text))"]
      + lines.flatMap { ["", MarkdownEscape.text($0)] }
  }

  static func lines(_ block: ReportBlock, _ language: Language) -> [String] {
    switch block {
    case .verdict(let strip): ["", "> \(MarkdownEscape.inline(strip.signed))"]
    case .lead(let text), .paragraph(let text), .note(let text):
      ["", MarkdownEscape.inline(text)]
    case .warning(let text): ["", "> \(remark(text, language))"]
    case .heading(let title, _): ["", "### \(MarkdownEscape.text(title.text))"]
    case .keyFigures(let figures): [""] + MarkdownTable.lines(figures).dropLast()
    case .facts(let facts):
      [""]
        + facts.map {
          "- **\(MarkdownEscape.text($0.term.text)):** \(MarkdownEscape.inline($0.text))"
        }
    case .table(let table): [""] + MarkdownTable.lines(table)
    case .list(let items): [""] + items.map { "- \(MarkdownEscape.inline($0))" }
    case .steps(let items):
      [""] + items.enumerated().map { "\($0.offset + 1). \(MarkdownEscape.inline($0.element))" }
    case .code(let lines): [""] + MarkdownEscape.block(lines)
    case .figure: []
    }
  }

  /// What is to be known, behind a word that says so.
  static func remark(_ text: InlineText, _ language: Language) -> String {
    "**\(MarkdownEscape.text(language.text("Remark.")))** \(MarkdownEscape.inline(text))"
  }
}
