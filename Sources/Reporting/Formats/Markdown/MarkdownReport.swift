/// `summary.md`: one screen in CommonMark with GitHub's tables.
struct MarkdownReport {
  let digest: ReportDigest
  let options: ReportOptions

  var text: String {
    var lines = [
      "# \(MarkdownEscape.text(digest.title))", "", MarkdownEscape.text(digest.subtitle), "",
    ]
    lines += [MarkdownEscape.inline(digest.sentence), ""]
    lines += digest.remarks.map { "> **Remark.** \(MarkdownEscape.inline($0))  " }
    if !digest.remarks.isEmpty { lines.append("") }
    lines += table(digest.keyFigures.map(\.label), [digest.keyFigures.map(\.value)])
    lines += digest.leads.map {
      "- **\(MarkdownEscape.text($0.title)):** \(MarkdownEscape.inline($0.text))"
    }
    for table in digest.tables { lines += [""] + self.table(table) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ table: ReportTable) -> [String] {
    let heads = table.columns.map { column in
      MarkdownEscape.text(column.title) + (column.unit.map { " (\($0))" } ?? "")
    }
    let rule = table.columns.map { $0.isNumeric ? "---:" : "---" }
    let rows = table.rows.map { row in
      zip(table.columns, row).map { column, cell in
        column.isMono ? MarkdownEscape.code(cell.text) : MarkdownEscape.text(cell.text)
      }
    }
    return ([heads, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
  }

  private func table(_ heads: [String], _ rows: [[String]]) -> [String] {
    guard !heads.isEmpty else { return [] }
    let cells = ([heads] + rows).map { $0.map(MarkdownEscape.text) }
    let rule = heads.map { _ in "---:" }
    let lines = [cells[0], rule] + cells.dropFirst()
    return lines.map { "| \($0.joined(separator: " | ")) |" } + [""]
  }
}
