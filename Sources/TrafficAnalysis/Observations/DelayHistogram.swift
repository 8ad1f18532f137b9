/// A few durations in little room: within 7 %, and the same whoever saw which of them.
package struct DelayHistogram: Sendable {
  /// There are eight buckets to each power of two.
  private static let subBits = 3

  private struct Bucket: BitwiseCopyable, Sendable {
    var place: UInt16
    var count: UInt64
  }

  /// Those that are not empty, in their order.
  private var buckets: [Bucket] = []
  package private(set) var count: UInt64 = 0

  package init() {}

  mutating func add(_ nanoseconds: Int64) {
    // In units of 2^16 ns; shorter ones are of no interest.
    let value = UInt64(max(0, nanoseconds)) >> 16
    add(Bucket(place: Self.bucket(value), count: 1))
  }

  mutating func merge(_ other: DelayHistogram) {
    for bucket in other.buckets { add(bucket) }
  }

  private mutating func add(_ bucket: Bucket) {
    count += bucket.count
    var place = buckets.startIndex
    while place < buckets.endIndex, buckets[place].place < bucket.place { place += 1 }
    if place < buckets.endIndex, buckets[place].place == bucket.place {
      buckets[place].count += bucket.count
    } else {
      buckets.insert(bucket, at: place)
    }
  }

  private static func bucket(_ value: UInt64) -> UInt16 {
    let bits = 64 - value.leadingZeroBitCount
    guard bits > subBits else { return UInt16(value) }
    let shift = bits - subBits - 1
    let column = UInt16(truncatingIfNeeded: value >> UInt64(shift)) & 7
    return UInt16((shift + 1) << subBits) | column
  }

  /// The middle of a bucket in nanoseconds.
  private static func middle(_ bucket: UInt16) -> Int64 {
    let (row, column) = (Int(bucket >> 3), Double(bucket & 7))
    guard row > 0 else { return Int64((column + 0.5) * 65_536) }
    let value = (column + 8.5) * Double(1 << UInt64(row - 1)) * 65_536
    return Int64(exactly: value.rounded()) ?? .max
  }

  /// The nearest-rank quantile in nanoseconds; nil of nothing.
  package func quantile(_ share: Double) -> Int64? {
    guard count > 0 else { return nil }
    let rank = UInt64(max(1, (share * Double(count)).rounded(.up)))
    var seen: UInt64 = 0
    for bucket in buckets {
      seen += bucket.count
      if seen >= rank { return Self.middle(bucket.place) }
    }
    return nil
  }
}
