/// The shape of the distribution of a duration, as charts draw it; empty where nothing was measured.
package struct DurationDistribution: Equatable, Sendable {
  /// How many durations lie from one edge up to, but not including, the next.
  package struct Bin: Equatable, Sendable {
    package var fromNanoseconds: Int64
    package var toNanoseconds: Int64
    package var count: UInt64

    package init(from: Int64, to: Int64, count: UInt64) {
      fromNanoseconds = from
      toNanoseconds = to
      self.count = count
    }
  }

  /// At place k the least duration that k % of all do not exceed, in nanoseconds: 101 of them.
  package var percentiles: [Int64]
  /// From the first bin with a duration to the last; edges are 1, 2 or 5 times a power of ten.
  package var bins: [Bin]

  package init(percentiles: [Int64] = [], bins: [Bin] = []) {
    self.percentiles = percentiles
    self.bins = bins
  }

  private static let edges: [Int64] = {
    var edges: [Int64] = [0]
    var unit: Int64 = 1
    for _ in 0..<18 {
      edges += [unit, unit * 2, unit * 5]
      unit *= 10
    }
    return edges + [unit, unit * 2, unit * 5]
  }()

  /// All bins there can be; the last has no end.
  static let emptyBins: [Bin] = edges.enumerated().map { index, edge in
    Bin(from: edge, to: index + 1 < edges.count ? edges[index + 1] : .max, count: 0)
  }

  /// The place of the bin of a duration in ``emptyBins``.
  static func bin(of nanoseconds: Int64) -> Int {
    var (low, high) = (0, edges.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if edges[middle] <= nanoseconds { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
