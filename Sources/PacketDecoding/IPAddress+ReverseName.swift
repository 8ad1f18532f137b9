extension IPAddress {
  /// The address that a name below in-addr.arpa (RFC 1035 section 3.5) or ip6.arpa (RFC 3596
  /// section 2.5) stands for.
  package init?(reverseName name: String) {
    var labels = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard labels.popLast() == "arpa", let family = labels.popLast() else { return nil }
    switch (family, labels.count) {
    case ("in-addr", 4):
      guard let bits = Self.number(labels, radix: 10, bits: 8) else { return nil }
      self.init(v4: UInt32(bits))
    case ("ip6", 32):
      guard let low = Self.number(labels[..<16], radix: 16, bits: 4),
        let high = Self.number(labels[16...], radix: 16, bits: 4)
      else { return nil }
      self.init(high: high, low: low)
    default: return nil
    }
  }

  /// The number whose digits of so many bits are `labels`, the lowest first.
  private static func number(
    _ labels: some BidirectionalCollection<Substring>, radix: Int, bits: UInt64
  ) -> UInt64? {
    var value: UInt64 = 0
    for label in labels.reversed() {
      guard label.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
        let digit = UInt64(label, radix: radix), digit < 1 << bits
      else { return nil }
      value = value << bits | digit
    }
    return value
  }
}
