/// A moment on the capture's own clock, in nanoseconds since 1970-01-01T00:00:00Z without leap seconds.
///
/// Range: the years 1677 to 2262; readers clamp what a file says beyond that, to ``earliest`` at most
/// because the number below it says that a packet has no time.
public struct Timestamp: Hashable, Comparable, BitwiseCopyable, Sendable {
  public var nanoseconds: Int64

  public static var earliest: Timestamp { Timestamp(nanoseconds: .min + 1) }

  @inlinable
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  public init(seconds: Int64, nanoseconds: Int64 = 0) {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, carry) = product.addingReportingOverflow(nanoseconds)
    self.nanoseconds = overflow || carry ? (seconds < 0 ? Self.earliest.nanoseconds : .max) : sum
  }

  @inlinable
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// The time from `other` to this one in nanoseconds, clamped to what 64 bits hold.
  @inlinable
  public func nanoseconds(since other: Timestamp) -> Int64 {
    let (difference, overflow) = nanoseconds.subtractingReportingOverflow(other.nanoseconds)
    return overflow ? (nanoseconds < other.nanoseconds ? .min : .max) : difference
  }
}
