package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Packets per second over the time of the capture.
package struct PacketRateChart: Chart {
  package static let id: String = "packet-rate"
  package static let subject: Phrase = "Packets per second"
  package static let absence: Phrase = "No packet has a time"

  private let bins: TimeBins
  private let rates: [Double]
  private let packets: [Double]
  private let peak: (bin: Int, rate: Double)
  /// The rate that 95 % of the bins do not exceed (nearest rank).
  private let percentile95: Double
  private let clock: BinClock
  private let marks: TimeMarks

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    guard let bins = TimeBins(snapshot.timeline) else { return nil }
    let packets = bins.sums(snapshot.timeline.packets)
    let rates = packets.map { $0 / bins.seconds }
    guard let peak = rates.indices.max(by: { rates[$0] < rates[$1] }), rates[peak] > 0 else {
      return nil
    }
    self.bins = bins
    self.packets = packets
    self.rates = rates
    self.peak = (peak, rates[peak])
    percentile95 = rates.sorted()[min(rates.count - 1, (rates.count * 95 + 99) / 100 - 1)]
    clock = BinClock(bins: bins, clock: options.clock)
    marks = TimeMarks(options.marks, clock)
  }

  package var title: Phrase {
    guard bins.count > 1 else { return brief }
    return "Peak \(Self.text(peak.rate)) packets/s \(clock.phrase(peak.bin))"
  }

  package var subtitle: Phrase {
    guard bins.count > 1 else { return Self.subject }
    return """
      \(Self.subject) in bins of \(bins.widthText); \
      95 % of the bins are at or below \(Self.text(percentile95))\(marks.remark)
      """
  }

  package var alternativeText: Phrase {
    "\(title). \(subtitle).\(bins.count > 1 ? marks.sentence : "")"
  }

  package var size: Size { Size(1120, bins.count > 1 ? 300 + marks.height : 80) }

  package var table: ChartTable {
    let rows = rates.indices.map { bin in
      [clock.name(bin), Numbers.whole(packets[bin]), Self.text(rates[bin])]
    }
    return ChartTable(headers: ["Time", "Packets", "Packets/s"], rows: rows)
  }

  /// For a capture that is over within one bin.
  private var brief: Phrase {
    packets[0] == 1
      ? "1 packet \(clock.phrase(0))" : "\(Numbers.whole(packets[0])) packets \(clock.phrase(0))"
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    guard bins.count > 1 else {
      let note = EmptyNote(sentence: "All within \(bins.widthText): too short for a curve.")
      return note.draw(on: &canvas, in: area, theme: theme)
    }
    let time = timePlot(in: area, theme)
    let line = time.steps(rates)
    let plot = time.plot.area
    let floor = [Point(plot.maxX, plot.maxY), Point(plot.minX, plot.maxY)]
    canvas.fill(Path(polygon: line + floor), theme.accent.opacity(0.14))
    time.drawAxes(on: &canvas, theme: theme)
    canvas.stroke(Path(line: line), theme.accent, LineStyle(1.25, isRound: true))
    drawPeak(on: &canvas, time, theme: theme)
    time.drawMarks(on: &canvas, theme: theme)
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    guard bins.count > 1 else { return [Hotspot(area, title: brief)] }
    return timePlot(in: area, theme).hotspots { bin in
      "\(clock.name(bin)): \(Self.text(rates[bin])) packets/s"
    }
  }

  private func drawPeak(
    on canvas: inout some Canvas & ~Copyable, _ time: TimePlot, theme: Theme
  ) {
    let plot = time.plot.area
    let limit = time.plot.y(percentile95)
    canvas.line(
      from: Point(plot.minX, limit), to: Point(plot.maxX, limit), theme.secondaryInk,
      LineStyle(1, dash: [4, 3]))
    let top = Point(time.center(peak.bin), time.plot.y(peak.rate))
    canvas.fill(Path(circleAt: top, radius: 3.5), theme.error)
    canvas.text("95 %", at: Point(plot.maxX + 6, limit), theme.noteStyle.aligned(.start, .middle))
    let label = theme.say("peak \(Self.text(peak.rate))")
    let width = theme.noteStyle.width(of: label)
    let sides: [Double] = top.x < plot.midX ? [1, -1] : [-1, 1]
    // Where marks leave no room beside it, the title alone tells the peak.
    let side = sides.first { side in
      let (near, far) = (top.x + 4 * side, top.x + (width + 12) * side)
      let fits = side == sides[0] || far >= plot.minX && far <= plot.maxX
      return fits && !time.isCrossed(from: min(near, far), to: max(near, far))
    }
    guard let side else { return }
    // Nothing that is drawn reaches above the peak.
    let place = Point(top.x + 8 * side, top.y - theme.type.note * 0.8)
    canvas.text(
      label, at: place,
      theme.noteStyle.colored(theme.ink).aligned(side > 0 ? .start : .end, .middle))
  }

  private func timePlot(in area: Rect, _ theme: Theme) -> TimePlot {
    TimePlot(
      bins, upTo: peak.rate * 1.05, in: area, right: theme.noteStyle.width(of: "95 %") + 8,
      marks: marks, clock: clock.clock, theme: theme, label: Numbers.compact)
  }

  private static func text(_ rate: Double) -> String {
    rate < 999.5 ? Numbers.significant(rate) : Numbers.whole(rate)
  }
}
