internal import PacketDecoding

extension IPAddress {
  /// The bits at the high end of 128.
  var leftAligned: UInt128 {
    isIPv4 ? UInt128(low) << 96 : UInt128(high) << 64 | UInt128(low)
  }

  init(leftAligned bits: UInt128, isIPv4: Bool) {
    if isIPv4 {
      self.init(v4: UInt32(truncatingIfNeeded: bits >> 96))
    } else {
      self.init(
        high: UInt64(truncatingIfNeeded: bits >> 64), low: UInt64(truncatingIfNeeded: bits))
    }
  }
}
