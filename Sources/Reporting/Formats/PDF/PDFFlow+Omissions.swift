import Charts
internal import Wording

extension PDFFlow {
  static let omittedID = "not-printed"
  static let omittedTitle: Phrase = "Not printed"

  /// What this PDF leaves out and where it is; takes a page at most.
  mutating func closing(pageLimit: Int) {
    guard !omissions.isEmpty else { return }
    // Whether it fits below is not worth a second layout.
    if room < Double(omissions.count) * 16 + 120 { turnPage() }
    section(nil, Self.omittedID, theme.say(Self.omittedTitle))
    let lead: InlineText = """
      Paper ends where a screen scrolls: this PDF has at most \(Words.count(pageLimit)) pages \
      (\(mono: "--pdf-pages")).
      """
    let rest: InlineText = "The whole is in \(wholes.ofAll); this is what the pages do not show."
    paragraph((lead + " " + rest).said(in: theme.language))
    y += 6
    var table = ReportTable(
      id: Self.omittedID, caption: "What is not printed, and where it is",
      columns: [
        .text("Part of the report"), .text("Printed"), .text("The whole is in", mono: true),
      ])
    let shown = max(1, Int((room - 80) / 36))
    table.rows = omissions.prefix(shown).map { part in
      [
        ReportTable.Cell(part.what), ReportTable.Cell(part.extent),
        ReportTable.Cell(part.whole.text),
      ]
    }
    let left = omissions.count - table.rows.count
    if left > 0 {
      table.others = [ReportTable.Cell("\(Words.count(left)) more" as Phrase), "", ""]
    }
    rowLimit = .max
    self.table(table.said(in: theme.language))
  }
}
