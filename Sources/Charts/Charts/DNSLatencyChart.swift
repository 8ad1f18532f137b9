package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// How long DNS servers take to answer.
package struct DNSLatencyChart: Chart {
  package static let id: String = "dns-latency"
  package static let subject: Phrase = "DNS responses by the time from query to response"
  package static let absence: Phrase =
    "Fewer than five DNS queries have their response in the capture"
  package static let isShownEmpty = false

  private let bins: [DurationDistribution.Bin]
  private let columns: Columns
  private let latency: Quantiles

  package init?(_ snapshot: Snapshot, options: ChartOptions) {
    // No analyzer of ours makes as many bins.
    let bins = Array(snapshot.dns.latencyDistribution.bins.prefix(64))
    let total = bins.reduce(0) { $0 + Double($1.count) }
    guard total >= 5 else { return nil }
    self.bins = bins
    latency = snapshot.dns.latency
    columns = Columns(
      bins.map { bin in
        let share = Numbers.percent(Double(bin.count), of: total)
        return Columns.Column(
          label: "\(Self.range(bin))", value: Double(bin.count),
          hint: "\(Self.range(bin)): \(Numbers.count(bin.count, "response")), \(share)")
      })
  }

  /// "0.5–1 ms": both ends in the unit of the second.
  private static func range(_ bin: DurationDistribution.Bin) -> String {
    guard bin.toNanoseconds < .max else {
      return "≥ " + Numbers.duration(nanoseconds: bin.fromNanoseconds)
    }
    let to = Numbers.duration(nanoseconds: bin.toNanoseconds)
    let units: [(String, Double)] = [("ns", 1), ("µs", 1e3), ("ms", 1e6), ("s", 1e9)]
    guard let unit = units.first(where: { to.hasSuffix(" " + $0.0) }),
      Double(bin.toNanoseconds) < 59e9
    else { return Numbers.duration(nanoseconds: bin.fromNanoseconds) + "–" + to }
    return Numbers.significant(Double(bin.fromNanoseconds) / unit.1) + "–" + to
  }

  package var title: Phrase {
    guard let half = latency.p50, let most = latency.p95 else { return Self.subject }
    let (first, second) = (
      Numbers.duration(nanoseconds: half), Numbers.duration(nanoseconds: most)
    )
    guard first != second else { return "95 % of the DNS responses come within \(second)" }
    return "Half of the DNS responses come within \(first), 95 % within \(second)"
  }

  package var subtitle: Phrase { Self.subject }

  package var alternativeText: Phrase {
    let parts = bins.prefix(16).map { bin -> Phrase in
      "\(Self.range(bin)): \(Numbers.count(bin.count))"
    }
    return "\(title). \(subtitle): \(parts.joined(separator: ", "))."
  }

  package var size: Size { Size(1120, 240) }

  package var table: ChartTable {
    let total = bins.reduce(0) { $0 + Double($1.count) }
    return ChartTable(
      headers: ["Time", "Responses", "Share"],
      rows: bins.map { bin in
        [
          Self.range(bin), Numbers.count(bin.count),
          Numbers.percent(Double(bin.count), of: total),
        ]
      })
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    columns.draw(on: &canvas, in: area, theme: theme)
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    columns.hotspots(in: area, theme: theme)
  }
}
