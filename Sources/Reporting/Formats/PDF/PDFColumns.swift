import Charts
internal import Wording

/// Widths of a table's columns, by what is in them.
struct PDFColumns {
  static let gap = 9.0
  private static let measuredSize = 7.75

  /// Widths without the gaps between columns.
  let widths: [Double]
  let size: Double

  /// The largest size of type at which numbers are not cut.
  init(_ table: ReportTable, width: Double) {
    let sizes = [Self.measuredSize, 7.25, 6.75, 6.25, 5.75]
    // A little smaller is better than two lines in every row.
    for size in sizes.prefix(4) where Self.fits(table, size: size, width: width) {
      self.size = size
      widths = Self.widths(table, size: size, width: width, isLast: true) ?? []
      return
    }
    for size in sizes.dropLast().dropFirst() {
      if let widths = Self.widths(table, size: size, width: width, isLast: false) {
        self.widths = widths
        self.size = size
        return
      }
    }
    size = sizes[sizes.count - 1]
    widths = Self.widths(table, size: size, width: width, isLast: true) ?? []
  }

  private static func fits(_ table: ReportTable, size: Double, width: Double) -> Bool {
    let typical = table.columns.indices.map { columnWidth(table, $0, size: size, typical: true) }
    return typical.reduce(0, +) + gap * Double(max(0, table.columns.count - 1)) <= width
  }

  static func style(_ column: ReportTable.Column, size: Double) -> TextStyle {
    let style = TextStyle(size: size, color: PDFStyle.theme.ink)
    return column.isMono ? PDFStyle.mono(style) : style
  }

  /// Numbers are not broken, and drawings have no words to break.
  private static func isFixed(_ column: ReportTable.Column) -> Bool {
    column.isNumeric || column.isTrend
  }

  private static func widths(
    _ table: ReportTable, size: Double, width: Double, isLast: Bool
  ) -> [Double]? {
    let available = width - gap * Double(max(0, table.columns.count - 1))
    let natural = table.columns.indices.map { columnWidth(table, $0, size: size) }
    let fixed = table.columns.indices.filter { isFixed(table.columns[$0]) }
    let rest = available - fixed.map { natural[$0] }.reduce(0, +)
    let flexible = table.columns.indices.filter { !isFixed(table.columns[$0]) }
    let wanted = flexible.map { natural[$0] }
    // Below some width a column of text breaks at every word.
    let least = wanted.map { min($0, size * 9.5) }.reduce(0, +)
    guard rest >= least || isLast else { return nil }
    guard rest >= least else {
      return table.columns.map { _ in available / Double(table.columns.count) }
    }
    var widths = natural
    let typical = flexible.map { columnWidth(table, $0, size: size, typical: true) }
    for (column, width) in zip(flexible, share(rest, wanted: wanted, typical: typical)) {
      widths[column] = width
    }
    return spread(widths, table, available: available)
  }

  /// First what most rows need, then what the longest do.
  private static func share(
    _ room: Double, wanted: [Double], typical: [Double]
  ) -> [Double] {
    let left = room - typical.reduce(0, +)
    guard left > 0 else { return fill(wanted, into: room) }
    let more = fill(zip(wanted, typical).map { $0 - $1 }, into: left)
    return zip(typical, more).map { $0 + $1 }
  }

  /// Gives every column what it wants up to a common bound, so that the widest yield first.
  private static func fill(_ wanted: [Double], into room: Double) -> [Double] {
    guard wanted.reduce(0, +) > room else { return wanted }
    var left = room
    var result = wanted
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    for (done, index) in order.enumerated() {
      result[index] = min(wanted[index], left / Double(wanted.count - done))
      left -= result[index]
    }
    return result
  }

  /// A table that is nearly as wide as the page gets as wide; a small one stays small.
  private static func spread(
    _ widths: [Double], _ table: ReportTable, available: Double
  ) -> [Double] {
    let left = available - widths.reduce(0, +)
    guard left > 0 else { return widths }
    let more = min(left, available * 0.4) / Double(widths.count)
    return widths.map { $0 + more }
  }

  /// The width at which no cell is broken, or, if `typical`, none in four rows of five.
  private static func columnWidth(
    _ table: ReportTable, _ column: Int, size: Double, typical: Bool = false
  ) -> Double {
    // Glyphs lie between pixels, so that widths grow with the size: every text is measured once.
    let scale = size / measuredSize
    let style = style(table.columns[column], size: measuredSize)
    let head = TextStyle(size: measuredSize)
    let words = table.columns[column].title.text.split(separator: " ").map {
      head.width(of: String($0)) * scale
    }
    let others = column == 0 ? table.others?.first.map { head.width(of: $0.text) * scale } : nil
    let floor =
      [table.columns[column].hasBar ? 42 : 0, (words.max() ?? 0) + 1, others ?? 0].max() ?? 0
    let cells = table.rows.filter { column < $0.count }.map { row in
      style.width(of: row[column].text) * scale + Double(row[column].indent) * 8
    }.sorted()
    guard let longest = cells.last, !table.columns[column].isTrend else {
      return max(floor, table.columns[column].isTrend ? 52 : 0)
    }
    let cell =
      typical && !table.columns[column].isNumeric ? cells[(cells.count - 1) * 4 / 5] : longest
    return max(floor, cell.rounded(.up) + 1)
  }
}
