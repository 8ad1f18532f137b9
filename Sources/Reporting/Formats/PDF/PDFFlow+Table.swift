import Charts
internal import Wording

extension PDFFlow {
  /// A table whose head is repeated on every page.
  mutating func table(_ source: ReportTable) {
    let (table, note) = cut(source)
    guard !table.columns.isEmpty else { return }
    let columns = PDFColumns(table, width: area.width)
    let setter = PDFTableSetter(table: table, columns: columns, x: area.x)
    let rows = (table.rows + (table.others.map { [$0] } ?? [])).enumerated().map { index, cells in
      setter.row(cells, isOthers: index >= table.rows.count)
    }
    space(4)
    // A short table is not broken; a longer one begins with three rows at least.
    let whole = rows.map(\.height).reduce(0, +)
    let start = rows.prefix(3).map(\.height).reduce(0, +)
    need(26 + setter.head.height + (whole < area.height * 0.3 ? whole : start))
    mark(table.caption.text, isBelow: true)
    caption(table.caption.text)
    set(rows, with: setter)
    y += 4
    if let note { paragraph(note, PDFStyle.note) }
    y += 10
  }

  private mutating func caption(_ text: String) {
    let caption = PDFParagraph(
      InlineText(text, style: .strong), style: PDFStyle.noteStrong, width: area.width)
    page.begin(.caption)
    caption.draw(on: &page, at: Point(area.x, y))
    page.end(.caption)
    y += caption.height + 2
  }

  private mutating func set(_ rows: [PDFTableSetter.Row], with setter: PDFTableSetter) {
    page.begin(.table)
    draw(setter.head)
    for (index, row) in rows.enumerated() {
      // The last row takes one with it to the next page.
      let last = index == rows.count - 2 ? rows[index + 1].height : 0
      if row.height + last > room, !isAtTop {
        page.end(.table)
        turnPage()
        caption(theme.say("\(setter.table.caption), continued"))
        page.begin(.table)
        draw(setter.head)
      }
      draw(row)
    }
    page.end(.table)
  }

  private mutating func draw(_ row: PDFTableSetter.Row) {
    row.draw(&page, y)
    y += row.height
  }

  /// The rows that are printed, and what is said about the others.
  mutating func cut(_ source: ReportTable) -> (ReportTable, InlineText?) {
    guard source.rows.count > rowLimit else { return (source, nil) }
    var table = source
    table.rows = Array(source.rows.prefix(rowLimit))
    let whole = wholes.of(source)
    omissions.append(
      PDFOmission(
        what: source.caption,
        extent: "\(Words.count(rowLimit)) of \(Words.count(source.rows.count)) rows printed",
        whole: whole))
    let count = Words.count(source.rows.count - rowLimit)
    let note: InlineText = "\(count) more rows are not printed; the whole is in \(whole)."
    return (table, note.said(in: theme.language))
  }
}
