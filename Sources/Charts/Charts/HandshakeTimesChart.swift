package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How long TCP handshakes take, as a cumulative distribution.
package struct HandshakeTimesChart: Chart {
  package static let id: String = "handshake-times"
  package static let subject: Phrase =
    "TCP handshakes that took no longer than a time, SYN to final ACK"
  package static let absence: Phrase = "Fewer than five TCP handshakes were completed"
  package static let isShownEmpty = false
  private static let marked = [50, 95, 99]

  private let count: UInt64
  private let percentiles: [Int64]

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    count = snapshot.tcp.handshakeRTT.count
    let percentiles = snapshot.tcp.handshakeDistribution.percentiles
    guard percentiles.count == 101, count >= 5 else { return nil }
    var least: Int64 = 0
    // A curve that falls would be none.
    self.percentiles = percentiles.map { value in
      least = max(least, value)
      return least
    }
  }

  private func text(_ percent: Int) -> String {
    Numbers.duration(nanoseconds: percentiles[percent])
  }

  package var title: Phrase {
    text(50) == text(95)
      ? "95 % of the handshakes take at most \(text(95))"
      : "Half of the handshakes take at most \(text(50)), 95 % at most \(text(95))"
  }

  package var subtitle: Phrase { "\(Self.subject); \(Numbers.count(count, "handshake"))" }

  package var alternativeText: Phrase {
    """
    \(title). \(subtitle). Fastest \(text(0)), p50 \(text(50)), p95 \(text(95)), \
    p99 \(text(99)), slowest \(text(100)).
    """
  }

  package var size: Size { Size(1120, 260) }

  package var table: ChartTable {
    let shown = [0, 1, 5, 10, 25, 50, 75, 90, 95, 99, 100]
    return ChartTable(
      headers: ["Share of handshakes", "At most"], rows: shown.map { ["\($0) %", text($0)] })
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    let frame = frame(in: area, theme)
    let plot = frame.plot
    plot.drawGrid(on: &canvas, theme: theme)
    drawAxis(on: &canvas, frame, in: area, theme)
    var line = [Point(plot.area.minX, plot.area.maxY)]
    for (percent, value) in percentiles.enumerated() {
      let x = frame.x(value)
      line.append(Point(x, line[line.count - 1].y))
      line.append(Point(x, plot.y(Double(percent))))
    }
    line.append(Point(plot.area.maxX, plot.y(100)))
    canvas.stroke(Path(line: line), theme.accent, LineStyle(theme.type.note / 8, isRound: true))
    for (mark, place) in zip(frame.marks, frame.lanes.places) {
      let x = frame.x(percentiles[mark.percent])
      let y = plot.y(Double(mark.percent))
      canvas.fill(Path(circleAt: Point(x, y), radius: theme.type.note * 0.28), theme.error)
      guard let place else { continue }
      let height = area.minY + (Double(place.lane) + 0.5) * theme.type.note * 1.5
      canvas.line(
        from: Point(x, height), to: Point(x, plot.area.maxY), theme.secondaryInk,
        LineStyle(0.75, dash: [2, 2]))
      let style = theme.noteStyle.colored(theme.ink)
      canvas.text(
        mark.label, at: Point(place.isBefore ? x - 6 : x + 6, height),
        style.aligned(place.isBefore ? .end : .start, .middle))
    }
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    let frame = frame(in: area, theme)
    let plot = frame.plot.area
    var left = plot.minX
    return [10, 25, 50, 75, 90, 95, 99, 100].map { percent in
      let right = percent == 100 ? plot.maxX : max(left, frame.x(percentiles[percent]))
      let rect = Rect(x: left, y: plot.minY, width: right - left, height: plot.height)
      left = right
      return Hotspot(rect, title: "\(percent) % of the handshakes take at most \(text(percent))")
    }
  }

  private struct Frame {
    var plot: Plot
    var axis: DurationAxis
    var marks: [(percent: Int, label: String)]
    var lanes: LabelLanes

    func x(_ value: Int64) -> Double { plot.area.minX + plot.area.width * axis.fraction(value) }
  }

  private func frame(in area: Rect, _ theme: Theme) -> Frame {
    let note = theme.type.note
    let axis = DurationAxis(
      from: percentiles[0], to: percentiles[100], count: Int(area.width / (note * 6)))
    let marks = marks
    let rows = min(marks.count, max(0, Int(area.height / 4 / note)))
    let plot = Plot(
      in: area.inset(top: Double(rows) * note * 1.5 + note * 0.3),
      scale: NiceScale(upTo: 100), below: note * 2.2, right: note * 2, theme: theme
    ) { Numbers.decimal($0, places: 0) + " %" }
    var frame = Frame(
      plot: plot, axis: axis, marks: marks,
      lanes: LabelLanes([], from: 0, to: 0, lanes: 0, gap: 0))
    let labels = marks.map { mark in
      LabelLanes.Label(
        x: frame.x(percentiles[mark.percent]), width: theme.noteStyle.width(of: mark.label))
    }
    frame.lanes = LabelLanes(
      labels, from: plot.area.minX, to: area.maxX, lanes: rows, gap: 6)
    return frame
  }

  /// Those that read the same are one.
  private var marks: [(percent: Int, label: String)] {
    var marks: [(percent: Int, label: String)] = []
    for percent in Self.marked {
      if let last = marks.last, text(last.percent) == text(percent) {
        marks[marks.count - 1].label = "p\(last.percent)–p\(percent) \(text(percent))"
      } else {
        marks.append((percent, "p\(percent) \(text(percent))"))
      }
    }
    return marks
  }

  private func drawAxis(
    on canvas: inout some Canvas & ~Copyable, _ frame: Frame, in area: Rect, _ theme: Theme
  ) {
    let y = frame.plot.area.maxY
    for tick in frame.axis.ticks {
      let x = frame.x(tick)
      canvas.line(from: Point(x, y), to: Point(x, y + 4), theme.secondaryInk, LineStyle(0.75))
      let label = Numbers.duration(nanoseconds: tick)
      let half = theme.noteStyle.width(of: label) / 2
      let middle = max(area.minX + half, min(x, area.maxX - half))
      canvas.text(
        label, at: Point(middle, y + theme.type.note * 1.75), theme.noteStyle.aligned(.middle))
    }
  }
}
