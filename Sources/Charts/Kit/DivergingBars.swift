internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Horizontal bars to either side of a common line: two quantities that are to be weighed.
struct DivergingBars: Sendable {
  struct Side: Sendable {
    var head: Phrase
    var tone: Tone
  }

  struct Row: Sendable {
    var label: Phrase
    var left: Double
    var right: Double
    /// The two numbers as they stand at the ends of the bars.
    var leftText: String
    var rightText: String
    /// The row in words.
    var hint: Phrase
  }

  private struct Layout {
    var rows: Rect
    var pitch: Double
    var middle: Double
    /// Points for one unit, the same on both sides.
    var scale: Double
    var labelWidth: Double
  }

  let left: Side
  let right: Side
  let rows: [Row]
  /// Addresses and the like are set in the monospaced face, words are not.
  var isMono = true

  /// Height for a screen.
  var height: Double { Double(rows.count) * 26 + 22 }

  func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    let layout = layout(in: area, theme)
    drawHeads(on: &canvas, in: area, layout, theme)
    let style = (isMono ? theme.codeStyle : theme.noteStyle.colored(theme.ink))
      .aligned(.end, .middle)
    let number = theme.noteStyle.colored(theme.ink)
    for (index, row) in rows.enumerated() {
      let y = layout.rows.minY + (Double(index) + 0.5) * layout.pitch
      canvas.text(
        theme.say(row.label), at: Point(area.minX + layout.labelWidth, y), style,
        fit: .middleEllipsized(width: layout.labelWidth))
      let bars = bars(row, at: y, layout)
      canvas.fill(bars.left, theme.color(left.tone))
      canvas.fill(bars.right, theme.color(right.tone))
      canvas.text(row.leftText, at: Point(bars.left.minX - 6, y), number.aligned(.end, .middle))
      canvas.text(row.rightText, at: Point(bars.right.maxX + 6, y), number.aligned(.start, .middle))
    }
    let bottom = layout.rows.minY + layout.pitch * Double(rows.count)
    canvas.line(
      from: Point(layout.middle, layout.rows.minY), to: Point(layout.middle, bottom),
      theme.secondaryInk, LineStyle(0.75))
  }

  func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    let layout = layout(in: area, theme)
    return rows.enumerated().map { index, row in
      let y = layout.rows.minY + Double(index) * layout.pitch
      return Hotspot(
        Rect(x: area.x, y: y, width: area.width, height: layout.pitch), title: row.hint)
    }
  }

  private func layout(in area: Rect, _ theme: Theme) -> Layout {
    let style = isMono ? theme.codeStyle : theme.noteStyle
    let labels =
      min(rows.map { style.width(of: theme.say($0.label)) }.max() ?? 0, area.width * 0.34) + 1
    let texts = rows.flatMap { [$0.leftText, $0.rightText] }.map(theme.noteStyle.width)
    let numbers = (texts.max() ?? 0) + 8
    let inner = area.inset(top: theme.type.note * 1.8, left: labels + 10)
    let pitch = min(inner.height / Double(max(rows.count, 1)), theme.type.note * 2.8)
    let most = [rows.map(\.left).max() ?? 0, rows.map(\.right).max() ?? 0]
    // Heads need some room even where a side has nothing.
    let room = max(0, inner.width - 2 * numbers)
    let least = min(room / 2, theme.type.note * 6)
    let share = most[0] / max(most[0] + most[1], .leastNormalMagnitude)
    let reach = min(max(room * share, least), room - least)
    let scale = min(
      reach / max(most[0], .leastNormalMagnitude),
      (room - reach) / max(most[1], .leastNormalMagnitude))
    return Layout(
      rows: inner, pitch: pitch, middle: inner.minX + numbers + reach, scale: scale,
      labelWidth: labels)
  }

  private func bars(_ row: Row, at y: Double, _ layout: Layout) -> (left: Rect, right: Rect) {
    let thickness = layout.pitch * 0.58
    // Something is never drawn as nothing.
    let widths = [row.left, row.right].map {
      $0 > 0 ? max($0 * layout.scale, 1) : 0
    }
    let rect = { (x: Double, width: Double) in
      Rect(x: x, y: y - thickness / 2, width: width, height: thickness)
    }
    return (rect(layout.middle - widths[0], widths[0]), rect(layout.middle, widths[1]))
  }

  private func drawHeads(
    on canvas: inout some Canvas & ~Copyable, in area: Rect, _ layout: Layout, _ theme: Theme
  ) {
    let size = theme.type.note * 0.8
    let y = area.minY + theme.type.note * 0.7
    let sides = [
      (left, -1.0, layout.middle - layout.rows.minX),
      (right, 1.0, layout.rows.maxX - layout.middle),
    ]
    for (side, way, room) in sides {
      let x = layout.middle + way * (size / 2 + 6)
      canvas.fill(
        Rect(x: x - size / 2, y: y - size / 2, width: size, height: size), theme.color(side.tone))
      canvas.text(
        theme.say(side.head), at: Point(x + way * size * 1.1, y),
        theme.noteStyle.aligned(way < 0 ? .end : .start, .middle),
        fit: .ellipsized(width: max(0, room - size * 2.5)))
    }
  }
}
