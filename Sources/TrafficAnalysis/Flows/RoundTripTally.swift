/// The round trips of one endpoint's segments, in nanoseconds.
struct RoundTripTally: BitwiseCopyable, Sendable {
  private(set) var minimum = Int64.max
  private(set) var maximum: Int64 = 0
  private var sum = 0.0
  private var squares = 0.0
  // At the end, where the next of two takes the rest of the word.
  private(set) var count: UInt32 = 0

  @inline(__always)
  mutating func add(_ value: Int64) {
    count &+= 1
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    let number = Double(value)
    sum += number
    squares += number * number
  }

  /// Nil if nothing was measured.
  var summary: RoundTrips? {
    guard count > 0 else { return nil }
    let number = Double(count)
    let variance = count > 1 ? (squares - sum * sum / number) / (number - 1) : 0
    return RoundTrips(
      count: UInt64(count), minimum: minimum, mean: Self.whole(sum / number), maximum: maximum,
      deviation: Self.whole(max(0, variance).squareRoot()))
  }

  private static func whole(_ value: Double) -> Int64 { Int64(exactly: value.rounded()) ?? .max }
}
