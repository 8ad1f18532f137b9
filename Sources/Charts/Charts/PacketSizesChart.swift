package import TrafficAnalysis

/// How long packets are.
package struct PacketSizesChart: Chart {
  package static let id = "packet-sizes"
  package static let subject = "Packets by length on the wire"
  package static let absence = "No packets in the capture"

  private let bins: [PacketSizeBin]
  private let packets: Double
  private let largest: Int

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    // No analyzer of ours makes as many bins; columns would be narrower than their labels.
    let bins = Array(snapshot.packetSizes.prefix(64))
    packets = bins.reduce(0) { $0 + Double($1.packets) }
    largest = bins.indices.max { bins[$0].packets < bins[$1].packets } ?? 0
    self.bins = bins
    guard packets > 0 else { return nil }
  }

  package var title: String {
    let share = Numbers.percent(Double(bins[largest].packets), of: packets)
    return "\(share) of packets are \(Self.range(bins[largest], words: true)) long"
  }

  package var subtitle: String { "Packets by length on the wire, in bytes" }

  package var alternativeText: String {
    let parts = bins.prefix(16).map { "\(Self.range($0)): \(Numbers.count($0.packets))" }
    return "\(title). \(subtitle): \(parts.joined(separator: ", "))."
  }

  package var table: ChartTable {
    let rows = bins.map { bin in
      [
        Self.range(bin), Numbers.count(bin.packets),
        Numbers.percent(Double(bin.packets), of: packets),
      ]
    }
    return ChartTable(headers: ["Bytes", "Packets", "Share"], rows: rows)
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    let plot = plot(in: area, theme)
    plot.drawGrid(on: &canvas, theme: theme)
    // Where labels are wider than columns, only every so many columns has one.
    let widest = bins.map { theme.noteStyle.width(of: Self.range($0)) }.max() ?? 0
    let room = max(columnWidth(plot), min(widest + 8, area.width / 4))
    let every = max(1, Int((room / max(columnWidth(plot), 0.1)).rounded(.up)))
    for (index, bin) in bins.enumerated() {
      let bar = bar(index, plot)
      canvas.fill(bar, theme.accent)
      guard index % every == every / 2 else { continue }
      let label = Point(bar.midX, plot.area.maxY + theme.type.note * 1.4)
      canvas.text(
        Self.range(bin), at: label, theme.noteStyle.aligned(.middle),
        fit: .ellipsized(width: room))
      guard bin.packets > 0 else { continue }
      let share = Numbers.percent(Double(bin.packets), of: packets)
      let style = theme.noteStyle.colored(theme.ink).aligned(.middle)
      canvas.text(share, at: Point(bar.midX, bar.minY - theme.type.note * 0.4), style)
    }
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    let plot = plot(in: area, theme)
    let width = columnWidth(plot)
    return bins.enumerated().map { index, bin in
      let x = plot.area.minX + Double(index) * width
      let rect = Rect(x: x, y: plot.area.minY, width: width, height: plot.area.height)
      let share = Numbers.percent(Double(bin.packets), of: packets)
      let count = Numbers.count(bin.packets, "packet")
      return Hotspot(rect, title: "\(Self.range(bin, words: true)): \(count), \(share)")
    }
  }

  private func plot(in area: Rect, _ theme: Theme) -> Plot {
    // Room above the highest column for its number.
    let inner = area.inset(top: theme.type.note)
    let scale = NiceScale(upTo: Double(bins[largest].packets), limit: 4, isWhole: true)
    return Plot(
      in: inner, scale: scale, below: theme.type.note * 2, theme: theme, label: Numbers.compact)
  }

  private func columnWidth(_ plot: Plot) -> Double { plot.area.width / Double(bins.count) }

  private func bar(_ index: Int, _ plot: Plot) -> Rect {
    let width = columnWidth(plot)
    let value = Double(bins[index].packets)
    // Something is never drawn as nothing.
    let height = value > 0 ? max(1, plot.area.maxY - plot.y(value)) : 0
    return Rect(
      x: plot.area.minX + (Double(index) + 0.14) * width, y: plot.area.maxY - height,
      width: width * 0.72, height: height)
  }

  private static func range(_ bin: PacketSizeBin, words: Bool = false) -> String {
    guard let to = bin.to else { return words ? "\(bin.from) bytes or more" : "≥ \(bin.from)" }
    return words ? "\(bin.from) to \(to) bytes" : "\(bin.from)–\(to)"
  }
}
