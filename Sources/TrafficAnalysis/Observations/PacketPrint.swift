/// Tells one packet of an endpoint from the next, as far as 40 bits can, and when it came.
struct PacketPrint: BitwiseCopyable, Equatable, Sendable {
  /// Copies of a frame are this close to one another, five milliseconds, in units of 2¹⁸ nanoseconds.
  private static let nearness: UInt64 = 19
  private static let clockMask: UInt64 = 0xFF_FFFF

  private var bits: UInt64 = 0

  init() {}

  /// The time is in nanoseconds.
  @inline(__always)
  init(_ high: UInt64, _ low: UInt64, time: Int64) {
    let clock = UInt64(bitPattern: time) >> 18 & Self.clockMask
    bits = FastHash(seed: 0x9E37_79B9_7F4A_7C15).mix(high, low) & ~Self.clockMask | clock
  }

  /// True if the other is of the same bytes, a moment before.
  @inline(__always)
  func repeats(_ other: PacketPrint) -> Bool {
    (bits ^ other.bits) & ~Self.clockMask == 0
      && (bits &- other.bits) & Self.clockMask <= Self.nearness
  }
}
