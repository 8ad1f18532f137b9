internal import Wording

/// `summary.md`: one screen in CommonMark with GitHub's tables.
struct MarkdownReport {
  let digest: ReportDigest
  let options: ReportOptions

  var text: String {
    var lines = MarkdownDocument.head(digest.document, options.language) + [""]
    if let verdict = digest.verdict { lines += ["> \(MarkdownEscape.inline(verdict))", ""] }
    lines += [MarkdownEscape.inline(digest.sentence), ""]
    lines += digest.remarks.map { "> \(MarkdownDocument.remark($0, options.language))  " }
    if !digest.remarks.isEmpty { lines.append("") }
    lines += MarkdownTable.lines(digest.keyFigures)
    if let note = digest.note {
      lines += ["## \(MarkdownEscape.text(note.title.text))"]
      lines += note.blocks.flatMap { MarkdownDocument.lines($0, options.language) } + [""]
    }
    lines += digest.leads.map {
      "- **\(MarkdownEscape.text($0.title)):** \(MarkdownEscape.inline($0.text))"
    }
    for table in digest.tables { lines += [""] + MarkdownTable.lines(table) }
    return lines.joined(separator: "\n") + "\n"
  }
}
