import Charts

/// A table that stays on one page, with its caption.
struct PDFTableBox {
  private let caption: PDFParagraph
  private let rows: [PDFTableSetter.Row]
  private let x: Double

  init(_ table: ReportTable, width: Double, x: Double) {
    let setter = PDFTableSetter(table: table, columns: PDFColumns(table, width: width), x: x)
    let others = table.others.map { [setter.row($0, isOthers: true)] } ?? []
    rows = [setter.head] + table.rows.map { setter.row($0, isOthers: false) } + others
    caption = PDFParagraph(
      InlineText(table.caption, style: .strong), style: PDFStyle.noteStrong, width: width)
    self.x = x
  }

  var height: Double { caption.height + 2 + rows.map(\.height).reduce(0, +) }

  func draw(on page: inout PDFPage, at top: Double) {
    page.begin(.caption)
    caption.draw(on: &page, at: Point(x, top))
    page.end(.caption)
    var y = top + caption.height + 2
    page.begin(.table)
    for row in rows {
      row.draw(&page, y)
      y += row.height
    }
    page.end(.table)
  }
}
