package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How much of the traffic was TCP sent again, over the time of the capture.
package struct RetransmissionsChart: Chart {
  package static let id: String = "tcp-retransmissions"
  package static let subject: Phrase = "TCP segments sent again, as a share of all packets"
  package static let absence: Phrase = "No TCP segment was sent again"
  package static let isShownEmpty = false
  /// A share of a few packets says little, so bins are wider than those of a rate: of so many packets
  /// on average, as far as there are.
  private static let packetsPerBin = 50.0
  private static let maximumBins = 100.0

  private let bins: TimeBins
  private let again: [Double]
  private let packets: [Double]
  /// Of all of TCP, in words.
  private let whole: String
  /// In percent.
  private let shares: [Double]
  /// The bin with most of them.
  private let worst: Int
  private let clock: BinClock
  private let marks: TimeMarks

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    let timeline = snapshot.timeline
    let all = timeline.packets.reduce(0) { $0 + Double($1) }
    let most = Int(min(Self.maximumBins, max(4, all / Self.packetsPerBin)))
    guard let bins = TimeBins(timeline, maximum: most), bins.count > 1 else { return nil }
    let again = bins.sums(timeline.retransmissions)
    let packets = bins.sums(timeline.packets)
    let shares = zip(again, packets).map { $1 > 0 ? min($0 / $1, 1) * 100 : 0 }
    worst = shares.indices.max { (again[$0], shares[$0]) < (again[$1], shares[$1]) } ?? 0
    self.bins = bins
    self.again = again
    whole = Numbers.percent(
      Double(snapshot.tcp.retransmissions), of: Double(snapshot.tcp.packets))
    self.packets = packets
    self.shares = shares
    clock = BinClock(bins: bins, clock: options.clock)
    marks = TimeMarks(options.marks, clock)
    guard shares[worst] > 0 else { return nil }
  }

  private func share(_ bin: Int) -> String { Numbers.percent(again[bin], of: packets[bin]) }

  package var title: Phrase {
    let most = "\(Numbers.whole(again[worst])) of \(Numbers.whole(packets[worst])) packets"
    return "\(whole) of TCP was sent again, most \(clock.phrase(worst)): \(most)"
  }

  package var subtitle: Phrase {
    "\(Self.subject), in bins of \(bins.widthText)\(marks.remark)"
  }

  package var alternativeText: Phrase { "\(title). \(subtitle).\(marks.sentence)" }

  package var size: Size { Size(1120, 220 + marks.height) }

  package var table: ChartTable {
    ChartTable(
      headers: ["Time", "Sent again", "Packets", "Share"],
      rows: shares.indices.map { bin in
        [clock.name(bin), Numbers.whole(again[bin]), Numbers.whole(packets[bin]), share(bin)]
      })
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    let time = timePlot(in: area, theme)
    let line = time.steps(shares)
    let plot = time.plot.area
    let floor = [Point(plot.maxX, plot.maxY), Point(plot.minX, plot.maxY)]
    canvas.fill(Path(polygon: line + floor), theme.error)
    time.drawAxes(on: &canvas, theme: theme)
    time.drawMarks(on: &canvas, theme: theme)
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    timePlot(in: area, theme).hotspots { bin in
      let counts = "\(Numbers.whole(again[bin])) of \(Numbers.whole(packets[bin])) packets"
      return "\(clock.name(bin)): \(counts) sent again, \(share(bin))"
    }
  }

  private func timePlot(in area: Rect, _ theme: Theme) -> TimePlot {
    TimePlot(
      bins, upTo: min(100, (shares.max() ?? 0) * 1.05), in: area, marks: marks, clock: clock.clock,
      theme: theme
    ) { Numbers.significant($0) + " %" }
  }
}
