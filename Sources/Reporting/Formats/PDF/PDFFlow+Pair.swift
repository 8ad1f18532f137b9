import Charts
internal import Wording

extension PDFFlow {
  private static let gutter = 24.0

  /// Blocks that belong together: small tables side by side, everything else below one another.
  mutating func add(_ group: [ReportBlock]) {
    let tables = group.compactMap { if case .table(let table) = $0 { table } else { nil } }
    guard tables.count == group.count, tables.count > 1 else {
      for block in group { add(block) }
      return
    }
    for start in stride(from: 0, to: tables.count, by: 2) {
      let row = Array(tables[start..<min(start + 2, tables.count)])
      if !setSideBySide(row) { for table in row { add(.table(table)) } }
    }
  }

  /// False if they are too long to stay on one page, or to be printed whole.
  private mutating func setSideBySide(_ tables: [ReportTable]) -> Bool {
    guard tables.allSatisfy({ $0.rows.count <= rowLimit }) else { return false }
    let width = (area.width - Self.gutter) / 2
    let boxes = tables.enumerated().map { index, table in
      PDFTableBox(table, width: width, x: area.x + Double(index) * (width + Self.gutter))
    }
    let height = boxes.map(\.height).max() ?? 0
    guard height < area.height * 0.6 else { return false }
    space(4)
    need(height)
    for (table, box) in zip(tables, boxes) {
      mark(table.caption.text, isBelow: true)
      box.draw(on: &page, at: y)
    }
    y += height + 14
    return true
  }
}
