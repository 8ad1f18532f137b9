/// `summary.md`: one screen in CommonMark with GitHub's tables.
struct MarkdownReport {
  let digest: ReportDigest
  let options: ReportOptions

  var text: String {
    var lines = MarkdownDocument.head(digest.document) + [""]
    if let verdict = digest.verdict { lines += ["> \(MarkdownEscape.inline(verdict))", ""] }
    lines += [MarkdownEscape.inline(digest.sentence), ""]
    lines += digest.remarks.map { "> **Remark.** \(MarkdownEscape.inline($0))  " }
    if !digest.remarks.isEmpty { lines.append("") }
    lines += MarkdownTable.lines(digest.keyFigures)
    if let note = digest.note {
      lines += ["## \(MarkdownEscape.text(note.title))"]
      lines += note.blocks.flatMap(MarkdownDocument.lines) + [""]
    }
    lines += digest.leads.map {
      "- **\(MarkdownEscape.text($0.title)):** \(MarkdownEscape.inline($0.text))"
    }
    for table in digest.tables { lines += [""] + MarkdownTable.lines(table) }
    return lines.joined(separator: "\n") + "\n"
  }
}
