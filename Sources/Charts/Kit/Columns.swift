internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Upright bars from zero, with their labels below and their shares above them.
struct Columns: Sendable {
  struct Column: Sendable {
    var label: Phrase
    var value: Double
    /// The column in words.
    var hint: Phrase
  }

  /// Three columns need not be walls.
  private static let thickest = 110.0

  let columns: [Column]
  private let total: Double

  init(_ columns: [Column]) {
    self.columns = columns
    total = columns.reduce(0) { $0 + $1.value }
  }

  func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    let labels = labels(in: area, theme)
    let plot = plot(in: area, theme)
    plot.drawGrid(on: &canvas, theme: theme)
    // Where even broken labels are wider than columns, only every so many columns has one.
    let widest = labels.joined().map { theme.noteStyle.width(of: $0) }.max() ?? 0
    let room = max(width(plot), min(widest + 4, area.width / 4))
    let every = max(1, Int((room / max(width(plot), 0.1)).rounded(.up)))
    for (index, column) in columns.enumerated() {
      let bar = bar(index, plot)
      canvas.fill(bar, theme.accent)
      drawShare(column, on: &canvas, above: bar, room: width(plot), theme)
      guard index % every == every / 2 else { continue }
      for (line, text) in labels[index].enumerated() {
        let y = plot.area.maxY + theme.type.note * (1.4 + 1.2 * Double(line))
        canvas.text(
          text, at: Point(bar.midX, y), theme.noteStyle.aligned(.middle),
          fit: .ellipsized(width: room))
      }
    }
  }

  /// Ranges that do not fit beside each other are broken after their dash.
  private func labels(in area: Rect, _ theme: Theme) -> [[String]] {
    let widest = columns.map { theme.noteStyle.width(of: theme.say($0.label)) }.max() ?? 0
    let inner = Plot(
      in: area, scale: scale, below: 0, theme: theme, label: Numbers.compact)
    return columns.map { column in
      let label = theme.say(column.label)
      guard widest + 4 > width(inner), let dash = label.firstIndex(of: "–") else { return [label] }
      return [String(label[...dash]), String(label[dash...].dropFirst())]
    }
  }

  private func drawShare(
    _ column: Column, on canvas: inout some Canvas & ~Copyable, above bar: Rect, room: Double,
    _ theme: Theme
  ) {
    let text = Numbers.percent(column.value, of: total)
    guard column.value > 0, theme.noteStyle.width(of: text) + 4 <= room else { return }
    let style = theme.noteStyle.colored(theme.ink).aligned(.middle)
    canvas.text(text, at: Point(bar.midX, bar.minY - theme.type.note * 0.4), style)
  }

  func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    let plot = plot(in: area, theme)
    let width = width(plot)
    return columns.enumerated().map { index, column in
      let x = plot.area.minX + Double(index) * width
      let rect = Rect(x: x, y: plot.area.minY, width: width, height: plot.area.height)
      return Hotspot(rect, title: column.hint)
    }
  }

  private func plot(in area: Rect, _ theme: Theme) -> Plot {
    let lines = labels(in: area, theme).map(\.count).max() ?? 1
    // Room above the highest column for its share.
    return Plot(
      in: area.inset(top: theme.type.note), scale: scale,
      below: theme.type.note * (0.8 + 1.2 * Double(lines)), theme: theme, label: Numbers.compact)
  }

  private var scale: NiceScale {
    NiceScale(upTo: columns.map(\.value).max() ?? 0, limit: 4, isWhole: true)
  }

  private func width(_ plot: Plot) -> Double { plot.area.width / Double(max(columns.count, 1)) }

  private func bar(_ index: Int, _ plot: Plot) -> Rect {
    let width = width(plot)
    let value = columns[index].value
    // Something is never drawn as nothing.
    let height = value > 0 ? max(1, plot.area.maxY - plot.y(value)) : 0
    let thickness = min(width * 0.72, Self.thickest)
    return Rect(
      x: plot.area.minX + (Double(index) + 0.5) * width - thickness / 2,
      y: plot.area.maxY - height, width: thickness, height: height)
  }
}
