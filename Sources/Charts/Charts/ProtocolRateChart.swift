package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Bits per second by protocol over the time of the capture.
package struct ProtocolRateChart: Chart {
  package static let id: String = "bit-rate"
  package static let subject: Phrase = "Bits per second by protocol"
  package static let absence: Phrase = "No packet has a time"

  private struct Layer {
    var label: Phrase
    /// The place in the palette, nil for "Other".
    var slot: Int?
    var rates: [Double]
    var share: String
  }

  private let bins: TimeBins
  /// Largest first, "Other" last; drawn from the bottom up.
  private let layers: [Layer]
  private let totals: [Double]
  private let peak: Int
  private let clock: BinClock
  private let marks: TimeMarks

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    guard let bins = TimeBins(snapshot.timeline) else { return nil }
    let toRate = { (bytes: [Double]) in bytes.map { $0 * 8 / bins.seconds } }
    let totals = toRate(bins.sums(snapshot.timeline.bytes))
    guard let peak = totals.indices.max(by: { totals[$0] < totals[$1] }), totals[peak] > 0 else {
      return nil
    }
    self.bins = bins
    self.totals = totals
    self.peak = peak
    clock = BinClock(bins: bins, clock: options.clock)
    marks = TimeMarks(options.marks, clock)
    layers = Self.layers(snapshot, totals) { toRate(bins.sums($0)) }
  }

  private static func layers(
    _ snapshot: Snapshot, _ totals: [Double], rates: ([UInt64]) -> [Double]
  ) -> [Layer] {
    let shares = ProtocolShare.shares(of: snapshot.protocols)
    let labels = Dictionary(shares.map { ($0.key, $0.label) }) { first, _ in first }
    let colors = ProtocolColors(shares)
    let all = totals.reduce(0, +)
    var rest = totals
    // An eighth gets a colour of its own only where nothing is left for "Other".
    let series = snapshot.timeline.byProtocol.prefix { $0.bytes.contains { $0 > 0 } }
    var layers = series.prefix(series.count <= 8 ? 8 : 7).map { series in
      let rates = rates(series.bytes)
      for bin in rest.indices { rest[bin] = max(0, rest[bin] - rates[bin]) }
      return Layer(
        label: Phrase(
          verbatim: labels[series.name] ?? PlainText(series.name, maximumLength: 60).string),
        slot: colors.slot(series.name), rates: rates,
        share: Numbers.percent(rates.reduce(0, +), of: all))
    }
    let other = rest.reduce(0, +)
    if other > all * 1e-9 {
      let share = Numbers.percent(other, of: all)
      layers.append(Layer(label: "Other", slot: nil, rates: rest, share: share))
    }
    return layers
  }

  package var title: Phrase {
    guard bins.count > 1 else { return brief }
    return "Peak \(Numbers.bitRate(totals[peak])) \(clock.phrase(peak))"
  }

  package var subtitle: Phrase {
    guard bins.count > 1 else { return Self.subject }
    return "Bits per second by the deepest protocol, stacked, in bins of \(bins.widthText)"
      + marks.remark
  }

  package var alternativeText: Phrase {
    let parts = layers.map { layer -> Phrase in "\(layer.label) \(layer.share)" }.joined(
      separator: ", ")
    return "\(title). \(subtitle). Shares of all bytes: \(parts)."
      + (bins.count > 1 ? marks.sentence : "")
  }

  package var size: Size { Size(1120, bins.count > 1 ? 320 + marks.height : 80) }

  package var table: ChartTable {
    let rows = totals.indices.map { bin in
      [clock.name(bin), Numbers.bitRate(totals[bin])]
        + layers.map { Numbers.bitRate($0.rates[bin]) }
    }
    return ChartTable(headers: ["Time", "All"] + layers.map(\.label), rows: rows)
  }

  private var brief: Phrase {
    let bytes = totals[0] * bins.seconds / 8
    return "\(Numbers.bytes(bytes)) \(clock.phrase(0))"
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    guard bins.count > 1 else {
      let note = EmptyNote(sentence: "All within \(bins.widthText): too short for a curve.")
      return note.draw(on: &canvas, in: area, theme: theme)
    }
    legend(in: area, theme).draw(on: &canvas)
    let time = timePlot(in: area, theme)
    var floor = [Double](repeating: 0, count: bins.count)
    for layer in layers {
      let top = zip(floor, layer.rates).map { $0 + $1 }
      let shape = time.steps(top) + time.steps(floor).reversed()
      canvas.fill(Path(polygon: shape), theme.color(layer.slot))
      floor = top
    }
    time.drawAxes(on: &canvas, theme: theme)
    time.drawMarks(on: &canvas, theme: theme)
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    guard bins.count > 1 else { return [Hotspot(area, title: brief)] }
    return timePlot(in: area, theme).hotspots { bin in
      let largest = layers.sorted { $0.rates[bin] > $1.rates[bin] }.prefix(3)
      let parts = largest.filter { $0.rates[bin] > 0 }.map { layer -> Phrase in
        "\(layer.label) \(Numbers.bitRate(layer.rates[bin]))"
      }
      let total = "\(clock.name(bin)): \(Numbers.bitRate(totals[bin]))"
      return parts.isEmpty ? total : "\(total) (\(parts.joined(separator: ", ")))"
    }
  }

  private func legend(in area: Rect, _ theme: Theme) -> Legend {
    let entries = layers.map {
      Legend.Entry(label: "\($0.label) \($0.share)", slot: $0.slot)
    }
    return Legend(entries, in: area, theme: theme)
  }

  private func timePlot(in area: Rect, _ theme: Theme) -> TimePlot {
    TimePlot(
      bins, upTo: totals[peak] * 1.02,
      in: area.inset(top: legend(in: area, theme).height + 6), marks: marks, clock: clock.clock,
      theme: theme,
      label: Numbers.bitRate)
  }
}
