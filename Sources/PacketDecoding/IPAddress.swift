/// An IPv4 or IPv6 address.
package struct IPAddress: Hashable, BitwiseCopyable, Sendable {
  /// The first 64 bits of an IPv6 address; 0 in an IPv4 address.
  package var high: UInt64
  /// The last 64 bits of an IPv6 address, or the 32 bits of an IPv4 address.
  package var low: UInt64
  package var isIPv4: Bool

  @inlinable
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
    isIPv4 = false
  }

  @inlinable
  package init(v4: UInt32) {
    high = 0
    low = UInt64(v4)
    isIPv4 = true
  }

  @inlinable
  package static func == (left: IPAddress, right: IPAddress) -> Bool {
    left.low == right.low && left.high == right.high && left.isIPv4 == right.isIPv4
  }

  /// True for ``none``; cheaper from other modules than comparing.
  @inlinable
  package var isNone: Bool { isIPv4 && low == 0 }

  /// `0.0.0.0`, used where there is no address.
  package static let none = IPAddress(v4: 0)
}

extension IPAddress: Comparable {
  /// IPv4 before IPv6, then by number.
  @inlinable
  package static func < (left: IPAddress, right: IPAddress) -> Bool {
    if left.isIPv4 != right.isIPv4 { return left.isIPv4 }
    return left.high != right.high ? left.high < right.high : left.low < right.low
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted decimal for IPv4, the canonical text of RFC 5952 for IPv6.
  package var description: String {
    isIPv4 ? dottedDecimal(UInt32(truncatingIfNeeded: low)) : canonicalIPv6
  }

  private func dottedDecimal(_ bits: UInt32) -> String {
    "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
  }

  private var canonicalIPv6: String {
    // RFC 5952 section 5: well-known prefixes with an embedded IPv4 address keep its dotted form.
    if high == 0, low >> 32 == 0xFFFF {
      return "::ffff:" + dottedDecimal(UInt32(truncatingIfNeeded: low))
    }
    let groups = (0..<8).map { index in
      UInt16(truncatingIfNeeded: (index < 4 ? high : low) >> UInt64(48 - index % 4 * 16))
    }
    let zeros = longestZeroRun(groups)
    let text = { (range: Range<Int>) in
      groups[range].map { String($0, radix: 16) }.joined(separator: ":")
    }
    return zeros.isEmpty
      ? text(0..<8) : text(0..<zeros.lowerBound) + "::" + text(zeros.upperBound..<8)
  }

  /// The first longest run of at least two zero groups (RFC 5952 section 4.2).
  private func longestZeroRun(_ groups: [UInt16]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || groups[index] != 0 {
      if index - start > max(1, best.count) { best = start..<index }
      start = index + 1
    }
    return best
  }
}
