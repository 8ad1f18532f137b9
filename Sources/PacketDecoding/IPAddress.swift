/// An IPv4 or IPv6 address.
public struct IPAddress: Hashable, BitwiseCopyable, Sendable {
  /// The first 64 bits of an IPv6 address; 0 in an IPv4 address.
  public var high: UInt64
  /// The last 64 bits of an IPv6 address, or the 32 bits of an IPv4 address.
  public var low: UInt64
  public var isIPv4: Bool

  @inlinable
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
    isIPv4 = false
  }

  @inlinable
  public init(v4: UInt32) {
    high = 0
    low = UInt64(v4)
    isIPv4 = true
  }

  @inlinable
  public static func == (left: IPAddress, right: IPAddress) -> Bool {
    left.low == right.low && left.high == right.high && left.isIPv4 == right.isIPv4
  }

  /// True for ``none``.
  @inlinable
  public var isNone: Bool { isIPv4 && low == 0 }

  /// `0.0.0.0`, used where there is no address.
  @inlinable public static var none: IPAddress { IPAddress(v4: 0) }
}

extension IPAddress: Comparable {
  /// IPv4 before IPv6, then by number.
  @inlinable
  public static func < (left: IPAddress, right: IPAddress) -> Bool {
    if left.isIPv4 != right.isIPv4 { return left.isIPv4 }
    return left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted decimal for IPv4, the canonical text of RFC 5952 for IPv6.
  public var description: String {
    isIPv4 ? dottedDecimal(UInt32(truncatingIfNeeded: low)) : canonicalIPv6
  }

  private func dottedDecimal(_ bits: UInt32) -> String {
    var text = AddressText()
    text.append(dottedDecimal: bits)
    return text.string
  }

  private var canonicalIPv6: String {
    var text = AddressText()
    // RFC 5952 section 5: well-known prefixes with an embedded IPv4 address keep its dotted form.
    if high == 0, low >> 32 == 0xFFFF {
      text.append("::ffff:")
      text.append(dottedDecimal: UInt32(truncatingIfNeeded: low))
      return text.string
    }
    let zeros = longestZeroRun
    var index = 0
    while index < 8 {
      if index == zeros.lowerBound, !zeros.isEmpty {
        text.append("::")
        index = zeros.upperBound
      } else {
        if index > 0, index != zeros.upperBound || zeros.isEmpty { text.append(":") }
        text.append(hexadecimal: group(index))
        index += 1
      }
    }
    return text.string
  }

  private func group(_ index: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: (index < 4 ? high : low) >> UInt64(48 - index % 4 * 16))
  }

  /// The first longest run of at least two zero groups (RFC 5952 section 4.2).
  private var longestZeroRun: Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || group(index) != 0 {
      if index - start > max(1, best.count) { best = start..<index }
      start = index + 1
    }
    return best
  }
}
