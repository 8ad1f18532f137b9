/// The distribution of durations: exact up to 10,000 values, then within 0.8 %.
///
/// Beyond the exact ones, values are counted in buckets of 128 to each power of two. Merging two
/// sketches gives what one would have held.
package struct QuantileSketch: Sendable {
  package static let exactLimit = 10_000
  private static let subBits = 7

  private var exact: [Int64] = []
  private var buckets: [UInt64] = []
  private var count: UInt64 = 0
  private var minimum = Int64.max
  private var maximum = Int64.min

  package init() {}

  package mutating func add(_ value: Int64) {
    let value = max(0, value)
    count += 1
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    if buckets.isEmpty, exact.count < Self.exactLimit {
      exact.append(value)
    } else {
      spill()
      buckets[Self.bucket(value)] += 1
    }
  }

  package mutating func merge(_ other: QuantileSketch) {
    count += other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    exact += other.exact
    if buckets.isEmpty, other.buckets.isEmpty, exact.count <= Self.exactLimit { return }
    spill()
    for (index, value) in other.buckets.enumerated() { buckets[index] += value }
  }

  private mutating func spill() {
    if buckets.isEmpty { buckets = [UInt64](repeating: 0, count: 64 << Self.subBits) }
    guard !exact.isEmpty else { return }
    for value in exact { buckets[Self.bucket(value)] += 1 }
    exact.removeAll()
  }

  private static func bucket(_ value: Int64) -> Int {
    let bits = 64 - value.leadingZeroBitCount
    guard bits > subBits else { return Int(value) }
    let shift = bits - subBits - 1
    return ((shift + 1) << subBits) + Int(value >> Int64(shift)) - (1 << subBits)
  }

  /// The middle of a bucket.
  private static func value(_ bucket: Int) -> Int64 {
    let row = bucket >> subBits
    let column = Int64(bucket & ((1 << subBits) - 1))
    guard row > 0 else { return column }
    let shift = Int64(row - 1)
    return ((column + (1 << Int64(subBits))) << shift) + (shift > 0 ? 1 << (shift - 1) : 0)
  }

  /// Nearest-rank quantiles.
  package var quantiles: Quantiles {
    var result = Quantiles()
    guard count > 0 else { return result }
    result.count = count
    result.minimum = minimum
    result.maximum = maximum
    let sorted = exact.sorted()
    result.p50 = quantile(0.50, sorted)
    result.p95 = quantile(0.95, sorted)
    result.p99 = quantile(0.99, sorted)
    return result
  }

  /// The shape of the distribution; empty where there is nothing.
  package var distribution: DurationDistribution {
    guard count > 0 else { return DurationDistribution() }
    let sorted = exact.sorted()
    let percentiles = (0...100).map { $0 == 0 ? minimum : quantile(Double($0) / 100, sorted) }
    var bins = DurationDistribution.emptyBins
    for value in exact { bins[DurationDistribution.bin(of: value)].count += 1 }
    for (index, number) in buckets.enumerated() where number > 0 {
      let value = min(max(Self.value(index), minimum), maximum)
      bins[DurationDistribution.bin(of: value)].count += number
    }
    let first = bins.firstIndex { $0.count > 0 } ?? 0
    let last = bins.lastIndex { $0.count > 0 } ?? first
    return DurationDistribution(percentiles: percentiles, bins: Array(bins[first...last]))
  }

  private func quantile(_ share: Double, _ sorted: [Int64]) -> Int64 {
    let rank = UInt64(max(1, (share * Double(count)).rounded(.up)))
    if buckets.isEmpty { return sorted[min(sorted.count, Int(rank)) - 1] }
    var seen: UInt64 = 0
    for (index, number) in buckets.enumerated() {
      seen += number
      if seen >= rank { return min(max(Self.value(index), minimum), maximum) }
    }
    return maximum
  }
}
