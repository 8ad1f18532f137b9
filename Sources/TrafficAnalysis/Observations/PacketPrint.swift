/// Tells a packet of a flow from the next, as far as fifteen bits can: enough to count copies by the
/// hundred, and no more than a flow has room for.
struct PacketPrint: BitwiseCopyable, Equatable, Sendable {
  private var bits: UInt16 = 0

  /// That of no packet.
  init() {}

  /// The same numbers give the same print in every process.
  @inline(__always)
  init(_ high: UInt64, _ low: UInt64) {
    let hash = FastHash(seed: 0x9E37_79B9_7F4A_7C15).mix(high, low)
    bits = UInt16(truncatingIfNeeded: hash) | 1
  }

  @inline(__always)
  var isNone: Bool { bits == 0 }
}
