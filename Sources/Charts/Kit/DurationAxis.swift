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
    // No step is no scale.
    let upper = max(last, min(first + 1, Self.edges.count - 1))
    let lower = min(first, upper - 1)
    let edges = Array(Self.edges[lower...upper])
    low = log10(Double(edges[0]))
    high = log10(Double(edges[edges.count - 1]))
    ticks = Self.ticks(edges, unit: Self.edges[lower / 3 * 3], count: max(2, count))
  }

  /// `unit` is the power of ten at or below the lower end.
  private static func ticks(_ edges: [Int64], unit: Int64, count: Int) -> [Int64] {
    if edges.count < 4, count > 9 {
      // All digits, where 1, 2 and 5 would be too few.
      let multiples = ([1, 10] as [Int64]).flatMap { scale in
        (Int64(1)...9).compactMap { digit -> Int64? in
          let (value, overflow) = unit.multipliedReportingOverflow(by: scale * digit)
          return overflow ? nil : value
        }
      }
      return multiples.filter { edges[0]...edges[edges.count - 1] ~= $0 }
    }
    let decades = edges.filter { String($0).hasPrefix("1") }
    if edges.count <= max(3, count) || decades.count < 2 { return edges }
    let every = (decades.count + count - 1) / count
    return stride(from: 0, to: decades.count, by: every).map { decades[$0] }
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
