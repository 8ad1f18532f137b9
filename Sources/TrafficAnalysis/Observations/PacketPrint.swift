/// Tells a packet of a flow from the next, as far as fifteen bits can: enough to count copies by the
/// hundred, and no more than a flow has room for.
struct PacketPrint: BitwiseCopyable, Equatable, Sendable {
  private var bits: UInt16 = 0

  /// That of no packet.
  init() {}

  /// The same numbers give the same print in every process.
  @inline(__always)
  init(_ high: UInt64, _ low: UInt64) {
    let mixed = high &* 0x9E37_79B9_7F4A_7C15 ^ low &* 0xC2B2_AE3D_27D4_EB4F
    bits = UInt16(truncatingIfNeeded: mixed >> 48 ^ mixed >> 24) | 1
  }

  /// Copies of a packet come this close to one another (nanoseconds).
  private static var nearness: UInt64 { 5_000_000 }

  /// True if a packet with this print is a copy of one with the same, which came at `last`.
  func isCopy(of last: Int64, _ time: Int64) -> Bool {
    let (delay, overflow) = time.subtractingReportingOverflow(last)
    return bits != 0 && !overflow && delay.magnitude <= Self.nearness
  }
}
