internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Horizontal bars from zero, with their labels before and their numbers behind them.
package struct BarList: Sendable {
  struct Row: Sendable {
    /// One line, or two if they would be too long side by side.
    var label: [Phrase]
    /// Parts of the bar from its start on.
    var parts: [Double]
    var value: Phrase
    /// The row in words.
    var hint: Phrase
    /// Those of the parts, in turn.
    var tones: [Tone] = [.accent, .soft]
  }

  private struct Layout {
    var bars: Rect
    var pitch: Double
    var maximum: Double
    var isTwoLined: Bool
    var labelWidth: Double
  }

  let rows: [Row]
  /// What the parts of the bars are, where that must be said.
  var legend: [Legend.Entry] = []
  /// Addresses and the like are set in the monospaced face, words are not.
  var isMono = true

  /// Height for a screen; the rows keep a comfortable distance.
  var height: Double {
    let isTwoLined = rows.contains { $0.label.joined(separator: " ").text.count > 60 }
    return Double(rows.count) * (isTwoLined ? 36 : 28) + (legend.isEmpty ? 0 : 22)
  }

  func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    Legend(legend, in: area, theme: theme).draw(on: &canvas)
    let layout = layout(in: area, theme)
    for (index, row) in rows.enumerated() {
      let middle = layout.bars.minY + (Double(index) + 0.5) * layout.pitch
      drawLabel(row, on: &canvas, at: middle, layout, theme)
      for (part, rect) in parts(row, index, layout).enumerated() {
        canvas.fill(rect, theme.color(row.tones[part % row.tones.count]))
      }
      let end = layout.bars.minX + width(row.parts.reduce(0, +), layout)
      let place = Point(end + 8, middle)
      let style = theme.noteStyle.colored(theme.ink).aligned(.start, .middle)
      canvas.text(theme.say(row.value), at: place, style)
    }
    let (top, bottom) = (layout.bars.minY, layout.bars.minY + layout.pitch * Double(rows.count))
    let x = layout.bars.minX
    canvas.line(from: Point(x, top), to: Point(x, bottom), theme.secondaryInk, LineStyle(0.75))
  }

  func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    let layout = layout(in: area, theme)
    return rows.enumerated().map { index, row in
      let y = layout.bars.minY + Double(index) * layout.pitch
      let rect = Rect(x: area.x, y: y, width: area.width, height: layout.pitch)
      return Hotspot(rect, title: row.hint)
    }
  }

  private func layout(in outer: Rect, _ theme: Theme) -> Layout {
    let area = outer.inset(top: Legend(legend, in: outer, theme: theme).height)
    let style = labelStyle(theme)
    let pitch = min(area.height / Double(max(rows.count, 1)), theme.type.note * 3)
    let hasTwo = rows.contains { $0.label.count > 1 }
    // Two lines that are as near to each other as to the next row are read wrongly.
    let isTight = pitch < theme.type.note * 2.4
    let limit = area.width * (hasTwo && isTight ? 0.52 : 0.42)
    let joined = rows.map { style.width(of: theme.say($0.label.joined(separator: " "))) }.max() ?? 0
    let isTwoLined = joined > limit && hasTwo && !isTight
    let widest =
      isTwoLined ? rows.flatMap(\.label).map { style.width(of: theme.say($0)) }.max() ?? 0 : joined
    let labelWidth = min(widest, limit) + 1
    let values = rows.map { theme.noteStyle.width(of: theme.say($0.value)) }.max() ?? 0
    let bars = area.inset(left: labelWidth + 10, right: values + 12)
    let maximum = rows.map { $0.parts.reduce(0, +) }.max() ?? 0
    return Layout(
      bars: bars, pitch: pitch, maximum: max(maximum, .leastNormalMagnitude),
      isTwoLined: isTwoLined, labelWidth: labelWidth)
  }

  private func labelStyle(_ theme: Theme) -> TextStyle {
    isMono ? theme.codeStyle : theme.noteStyle.colored(theme.ink)
  }

  private func width(_ value: Double, _ layout: Layout) -> Double {
    // Something is never drawn as nothing.
    value > 0 ? max(value / layout.maximum * layout.bars.width, 1) : 0
  }

  private func parts(_ row: Row, _ index: Int, _ layout: Layout) -> [Rect] {
    let thickness = layout.pitch * 0.58
    let y = layout.bars.minY + (Double(index) + 0.5) * layout.pitch - thickness / 2
    var sum = 0.0
    return row.parts.map { part in
      let start = width(sum, layout)
      sum += part
      return Rect(
        x: layout.bars.minX + start, y: y, width: width(sum, layout) - start,
        height: thickness)
    }
  }

  private func drawLabel(
    _ row: Row, on canvas: inout some Canvas & ~Copyable, at middle: Double, _ layout: Layout,
    _ theme: Theme
  ) {
    let style = labelStyle(theme).aligned(.end, .middle)
    let lines = layout.isTwoLined ? row.label : [row.label.joined(separator: " ")]
    let spacing = min(theme.type.note * 1.2, layout.pitch / 2)
    for (index, line) in lines.enumerated() {
      let y = middle + (Double(index) - Double(lines.count - 1) / 2) * spacing
      canvas.text(
        theme.say(line), at: Point(layout.bars.minX - 10, y), style,
        fit: .middleEllipsized(width: layout.labelWidth))
    }
  }
}
