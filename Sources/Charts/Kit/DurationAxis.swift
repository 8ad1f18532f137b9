internal import Glibc

/// A logarithmic axis of durations, from a round one to another.
package struct DurationAxis: Sendable {
  /// In nanoseconds.
  package let ticks: [Int64]
  private let low: Double
  private let high: Double

  /// Reaches from at most `least` to at least `most`, with up to `count` ticks between round ends.
  package init(from least: Int64, to most: Int64, count: Int) {
    let first = Self.edges.lastIndex { $0 <= max(1, least) } ?? 0
    let last = Self.edges.firstIndex { $0 >= most } ?? Self.edges.count - 1
    // One step is no scale.
    let upper = max(last, min(first + 2, Self.edges.count - 1))
    let lower = min(first, upper - 2)
    let edges = Array(Self.edges[lower...upper])
    low = log10(Double(edges[0]))
    high = log10(Double(edges[edges.count - 1]))
    let isDecade = { (edge: Int64) in String(edge).hasPrefix("1") }
    let decades = edges.filter(isDecade)
    if edges.count <= max(3, count) || decades.count < 2 {
      ticks = edges
    } else {
      let every = max(1, (decades.count + max(2, count) - 1) / max(2, count))
      ticks = stride(from: 0, to: decades.count, by: every).map { decades[$0] }
    }
  }

  /// 0 at the lower end, 1 at the upper.
  package func fraction(_ nanoseconds: Int64) -> Double {
    let place = (log10(Double(max(1, nanoseconds))) - low) / (high - low)
    return min(max(place, 0), 1)
  }

  /// 1, 2 and 5 times powers of ten, up to 158 years.
  private static let edges: [Int64] = {
    var edges: [Int64] = []
    var unit: Int64 = 1
    for _ in 0..<18 {
      edges += [unit, unit * 2, unit * 5]
      unit *= 10
    }
    return edges + [unit, unit * 2, unit * 5]
  }()
}
