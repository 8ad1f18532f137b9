internal import CaptureFormats
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// A diagram over time: values upwards, one step for every bin.
struct TimePlot {
  let plot: Plot
  private let bins: TimeBins
  private let axis: TimeAxis
  private let clock: ClockFormat
  private let outer: Rect
  private let marks: TimeMarks
  private let lanes: LabelLanes

  init(
    _ bins: TimeBins, upTo maximum: Double, in area: Rect, right: Double = 0,
    marks: TimeMarks, clock: ClockFormat, theme: Theme, label: (Double) -> String
  ) {
    let whole = Self.plot(upTo: maximum, in: area, right: right, theme: theme, label: label)
    // The labels of marks are placed by times, for which a diagram without them will do.
    lanes = marks.layout(in: whole.area, theme: theme) { Self.x($0, bins, whole.area) }
    let height = marks.height(of: lanes, theme: theme)
    plot =
      height == 0
      ? whole
      : Self.plot(
        upTo: maximum, in: area.inset(top: height), right: right, theme: theme, label: label)
    self.marks = marks
    outer = area
    self.bins = bins
    self.clock = clock
    axis = Self.axis(bins, width: plot.area.width, clock: clock, theme: theme)
  }

  private static func plot(
    upTo maximum: Double, in area: Rect, right: Double, theme: Theme, label: (Double) -> String
  ) -> Plot {
    let scale = NiceScale(upTo: maximum, limit: max(3, min(5, Int(area.height / 36))))
    return Plot(
      in: area, scale: scale, below: theme.type.note * 3.6, right: right, theme: theme,
      label: label)
  }

  /// As many labels as have room beside one another.
  private static func axis(
    _ bins: TimeBins, width: Double, clock: ClockFormat, theme: Theme
  ) -> TimeAxis {
    var room = theme.type.note * 8
    for _ in 0..<3 {
      let count = max(1, Int(width / room))
      let axis = TimeAxis(
        from: bins.start, to: bins.time(bins.count), count: count, clock: clock)
      let widest = axis.ticks.map { theme.noteStyle.width(of: $0.label) }.max() ?? 0
      if widest + theme.type.note * 1.5 <= room || count == 1 { return axis }
      room = widest + theme.type.note * 2
    }
    return TimeAxis(from: bins.start, to: bins.time(bins.count), count: 1, clock: clock)
  }

  private static func x(_ time: Timestamp, _ bins: TimeBins, _ plot: Rect) -> Double {
    let offset = Double(Int128(time.nanoseconds) - Int128(bins.start.nanoseconds))
    let share = offset / max(Double(bins.nanoseconds) * Double(bins.count), 1)
    return plot.minX + plot.width * min(max(share, 0), 1)
  }

  func drawMarks(on canvas: inout some Canvas & ~Copyable, theme: Theme) {
    marks.draw(on: &canvas, lanes, top: outer.minY, over: plot.area, theme: theme) {
      Self.x($0, bins, plot.area)
    }
  }

  /// True if the line of a mark goes through what is from one place to another.
  func isCrossed(from left: Double, to right: Double) -> Bool {
    marks.times.contains { time in
      let x = Self.x(time, bins, plot.area)
      return x >= left && x <= right
    }
  }

  /// Where a bin begins; that of `count` is where the last ends.
  func x(_ bin: Int) -> Double {
    plot.area.minX + plot.area.width * Double(bin) / Double(bins.count)
  }

  func center(_ bin: Int) -> Double { (x(bin) + x(bin + 1)) / 2 }

  /// A line that keeps the height of each value over the whole width of its bin.
  func steps(_ values: [Double]) -> [Point] {
    values.enumerated().flatMap { bin, value in
      let y = plot.y(value)
      return [Point(x(bin), y), Point(x(bin + 1), y)]
    }
  }

  func drawAxes(on canvas: inout some Canvas & ~Copyable, theme: Theme) {
    plot.drawGrid(on: &canvas, theme: theme)
    let y = plot.area.maxY
    for (index, tick) in axis.ticks.enumerated() {
      let x = plot.area.minX + plot.area.width * min(max(axis.fraction(tick.time), 0), 1)
      canvas.line(from: Point(x, y), to: Point(x, y + 4), theme.secondaryInk, LineStyle(0.75))
      let first = y + theme.type.note * 1.75
      text(tick.label, on: &canvas, at: Point(x, first), theme: theme)
      guard var context = tick.context else { continue }
      if index == 0 { context += ", " + clock.zoneName(at: tick.time) }
      text(context, on: &canvas, at: Point(x, first + theme.type.note * 1.35), theme: theme)
    }
  }

  /// Centred on its tick, but not beyond the edges of the drawing.
  private func text(
    _ label: String, on canvas: inout some Canvas & ~Copyable, at point: Point, theme: Theme
  ) {
    let half = theme.noteStyle.width(of: label) / 2
    let x = max(outer.minX, min(point.x - half, outer.maxX - 2 * half))
    canvas.text(label, at: Point(x, point.y), theme.noteStyle)
  }

  /// One for every bin, over the whole height.
  func hotspots(_ title: (Int) -> Phrase) -> [Hotspot] {
    (0..<bins.count).map { bin in
      let rect = Rect(
        x: x(bin), y: plot.area.minY, width: x(bin + 1) - x(bin), height: plot.area.height)
      return Hotspot(rect, title: title(bin))
    }
  }
}
