package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How long packets are.
package struct PacketSizesChart: Chart {
  package static let id: String = "packet-sizes"
  package static let subject: Phrase = "Packets by length on the wire"
  package static let absence: Phrase = "No packets in the capture"

  private let bins: [PacketSizeBin]
  private let packets: Double
  private let largest: Int
  private let columns: Columns

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    // No analyzer of ours makes as many bins; columns would be narrower than their labels.
    let bins = Array(snapshot.packetSizes.prefix(64))
    let packets = bins.reduce(0) { $0 + Double($1.packets) }
    self.packets = packets
    largest = bins.indices.max { bins[$0].packets < bins[$1].packets } ?? 0
    self.bins = bins
    columns = Columns(
      bins.map { bin in
        let share = Numbers.percent(Double(bin.packets), of: packets)
        let count = Numbers.count(bin.packets, "packet")
        return Columns.Column(
          label: "\(Self.range(bin))", value: Double(bin.packets),
          hint: "\(Self.words(bin)): \(count), \(share)")
      })
    guard packets > 0 else { return nil }
  }

  package var title: Phrase {
    let share = Numbers.percent(Double(bins[largest].packets), of: packets)
    return "\(share) of packets are \(Self.words(bins[largest])) long"
  }

  package var subtitle: Phrase { "Packets by length on the wire, in bytes" }

  package var alternativeText: Phrase {
    let parts = bins.prefix(16).map { bin -> Phrase in
      "\(Self.range(bin)): \(Numbers.count(bin.packets))"
    }
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
    columns.draw(on: &canvas, in: area, theme: theme)
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    columns.hotspots(in: area, theme: theme)
  }

  private static func range(_ bin: PacketSizeBin) -> String {
    bin.to.map { "\(bin.from)–\($0)" } ?? "≥ \(bin.from)"
  }

  private static func words(_ bin: PacketSizeBin) -> Phrase {
    guard let to = bin.to else { return "\(bin.from) bytes or more" }
    return "\(bin.from) to \(to) bytes"
  }
}
