import Charts
internal import Wording

/// Sets the rows of one table.
struct PDFTableSetter {
  private static let padding = 2.6
  private static let lineLimit = 3

  /// A row ready to be drawn at any height.
  struct Row {
    var height: Double
    var draw: (inout PDFPage, _ y: Double) -> Void
  }

  let table: ReportTable
  let columns: PDFColumns
  let x: Double

  private var edges: [Double] {
    columns.widths.indices.map { index in
      x + columns.widths.prefix(index).reduce(0, +) + PDFColumns.gap * Double(index)
    }
  }

  private var end: Double { (edges.last ?? x) + (columns.widths.last ?? 0) }
  private var leading: Double { columns.size * 1.3 }

  var head: Row {
    let style = TextStyle(size: columns.size, color: PDFStyle.theme.secondaryInk)
    let texts = table.columns.map { $0.title.text + ($0.unit.map { " (\($0))" } ?? "") }
    let lines = zip(texts, columns.widths).map { text, width in
      min(Self.lineLimit, self.lines(of: text, style, width).count)
    }
    let height = Double(lines.max() ?? 1) * leading + 2 * Self.padding
    let edges = edges
    return Row(height: height) { page, y in
      page.begin(.tableRow)
      for index in texts.indices {
        let top = y + height - Self.padding - Double(lines[index]) * leading
        page.begin(.tableHead)
        cell(texts[index], style, index, edges[index], top, 0, &page)
        page.end(.tableHead)
      }
      page.end(.tableRow)
      page.rule(
        from: Point(x, y + height), to: Point(end, y + height), PDFStyle.theme.secondaryInk)
    }
  }

  func row(_ cells: [ReportTable.Cell], isOthers: Bool) -> Row {
    let styles = table.columns.map { column in
      isOthers
        ? TextStyle(size: columns.size, color: PDFStyle.theme.secondaryInk)
        : PDFColumns.style(column, size: columns.size)
    }
    let count =
      zip(cells.indices, cells).map { index, cell in
        lineCount(cell, styles[index], index)
      }.max() ?? 1
    let height = Double(count) * leading + 2 * Self.padding
    let edges = edges
    return Row(height: height) { page, y in
      page.begin(.tableRow)
      for (index, cell) in cells.enumerated() where index < edges.count {
        bar(cell, index, edges[index], y, &page)
        trend(cell, index, edges[index], y, &page)
        page.begin(.tableCell)
        let inset = Double(min(cell.indent, 12)) * 8
        self.cell(
          cell.trend == nil ? cell.text : " ", styles[index], index, edges[index], y + Self.padding,
          inset, &page)
        page.end(.tableCell)
      }
      page.end(.tableRow)
      page.rule(from: Point(x, y + height), to: Point(end, y + height), PDFStyle.theme.grid)
    }
  }

  private func lineCount(_ cell: ReportTable.Cell, _ style: TextStyle, _ index: Int) -> Int {
    guard index < columns.widths.count, !table.columns[index].isNumeric, cell.trend == nil
    else { return 1 }
    let width = columns.widths[index] - Double(min(cell.indent, 12)) * 8
    return min(Self.lineLimit, lines(of: cell.text, style, width).count)
  }

  /// Most cells are one line, which is told by their width without breaking them.
  private func lines(of text: String, _ style: TextStyle, _ width: Double) -> [String] {
    style.width(of: text) <= width + 0.5 ? [text] : style.lines(of: text, width: width + 0.5)
  }

  private func cell(
    _ text: String, _ style: TextStyle, _ index: Int, _ left: Double, _ top: Double,
    _ inset: Double, _ page: inout PDFPage
  ) {
    let width = columns.widths[index] - inset
    let isNumeric = table.columns[index].isNumeric
    let lines = lines(of: text, style, width)
    for (number, line) in lines.prefix(Self.lineLimit).enumerated() {
      let baseline = top + (Double(number) + 0.78) * leading
      let isCut = number == Self.lineLimit - 1 && lines.count > Self.lineLimit
      let point = Point(isNumeric ? left + inset + width : left + inset, baseline)
      page.text(
        isCut ? line + "…" : line.trimmed, at: point, style.aligned(isNumeric ? .end : .start),
        fit: isCut ? .ellipsized(width: width) : .line)
    }
  }

  private func trend(
    _ cell: ReportTable.Cell, _ index: Int, _ left: Double, _ y: Double, _ page: inout PDFPage
  ) {
    guard let trend = cell.trend else { return }
    let rect = Rect(
      x: left, y: y + Self.padding, width: columns.widths[index], height: leading - 1)
    page.draw { canvas, _ in trend.draw(on: &canvas, in: rect, PDFStyle.theme.accent) }
  }

  private func bar(
    _ cell: ReportTable.Cell, _ index: Int, _ left: Double, _ y: Double, _ page: inout PDFPage
  ) {
    guard table.columns[index].hasBar, let share = cell.share, share > 0 else { return }
    let rect = Rect(
      x: left, y: y + 1.5, width: columns.widths[index] * share, height: leading + 2)
    page.fill(rect, PDFStyle.bar)
  }
}

extension String {
  /// Without the space at which a line was broken.
  fileprivate var trimmed: String { last == " " ? String(dropLast()) : self }
}
