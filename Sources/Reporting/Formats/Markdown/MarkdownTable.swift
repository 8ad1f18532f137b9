internal import Wording

/// Tables as GitHub's Markdown has them.
enum MarkdownTable {
  static func lines(_ table: ReportTable) -> [String] {
    let heads = table.columns.map { column in
      MarkdownEscape.text(column.title.text) + (column.unit.map { " (\($0))" } ?? "")
    }
    let rule = table.columns.map { $0.isNumeric ? "---:" : "---" }
    let rows = table.rows.map { row in
      zip(table.columns, row).map { column, cell in
        column.isMono ? MarkdownEscape.code(cell.text) : MarkdownEscape.text(cell.text)
      }
    }
    let others = table.others.map { [$0.map { MarkdownEscape.text($0.text) }] } ?? []
    return ([heads, rule] + rows + others).map(line)
  }

  /// Key figures beside each other, with an empty line behind.
  static func lines(_ figures: [KeyFigure]) -> [String] {
    guard !figures.isEmpty else { return [] }
    let heads = figures.map { MarkdownEscape.text($0.label.text) }
    let values = figures.map { MarkdownEscape.text($0.value.text) }
    return [heads, heads.map { _ in "---:" }, values].map(line) + [""]
  }

  private static func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
}
