internal import Wording

/// The report on one screen of a terminal: no colour, no control sequences, at most 100 columns.
struct TextReport {
  let digest: ReportDigest
  let language: Language

  var text: String {
    var lines = [digest.title, digest.subtitle, ""]
    if let verdict = digest.verdict { lines += TextLines.wrapped(verdict.text) }
    lines += TextLines.wrapped(digest.sentence.text) + [""]
    for remark in digest.remarks {
      lines += TextLines.wrapped(language.text("Remark: \(remark.text)"))
    }
    if !digest.remarks.isEmpty { lines.append("") }
    lines += TextLines.keyFigures(digest.keyFigures) + [""]
    for lead in digest.leads { lines += TextLines.wrapped("\(lead.title): \(lead.text.text)") }
    for table in digest.tables { lines += [""] + TextLines.table(table) }
    return lines.joined(separator: "\n") + "\n"
  }
}
