/// Times by size, each four steps to a doubling; from a microsecond on, with a fault of a fifth at most.
package struct LatencyHistogram: Equatable, Sendable {
  private static let places = 128

  /// Without memory until there is something to count.
  private var counts: [UInt32] = []
  package private(set) var count: UInt64 = 0

  package init() {}

  package mutating func add(_ nanoseconds: Int64) {
    if counts.isEmpty { counts = [UInt32](repeating: 0, count: Self.places) }
    counts[Self.place(nanoseconds)] &+= 1
    count += 1
  }

  package mutating func merge(_ other: LatencyHistogram) {
    guard !other.counts.isEmpty else { return }
    if counts.isEmpty { counts = [UInt32](repeating: 0, count: Self.places) }
    for place in counts.indices { counts[place] &+= other.counts[place] }
    count += other.count
  }

  /// The time in nanoseconds that `share` of all, from 0 to 1, do not exceed, rounded down to a step.
  package func quantile(_ share: Double) -> Int64? {
    guard count > 0 else { return nil }
    let wanted = max(1, (Double(count) * share).rounded(.up))
    var sum: UInt64 = 0
    for (place, number) in counts.enumerated() {
      sum += UInt64(number)
      if Double(sum) >= wanted { return Self.least(place) }
    }
    return nil
  }

  private static func place(_ nanoseconds: Int64) -> Int {
    let microseconds = UInt64(max(0, nanoseconds)) / 1000
    guard microseconds >= 4 else { return Int(microseconds) }
    let exponent = 63 - microseconds.leadingZeroBitCount
    let step = Int(microseconds >> UInt64(exponent - 2)) & 3
    return min(places - 1, (exponent - 1) * 4 + step)
  }

  /// The least time of a place.
  private static func least(_ place: Int) -> Int64 {
    guard place >= 4 else { return Int64(place) * 1000 }
    let exponent = place / 4 + 1
    return Int64(4 + place % 4) << Int64(exponent - 2) * 1000
  }
}
