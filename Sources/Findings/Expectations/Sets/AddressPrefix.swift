package import PacketDecoding

/// A network, or one address: "10.0.0.0/8", "2001:db8::7".
package struct AddressPrefix: Equatable, Sendable {
  package let address: IPAddress
  /// Bits that count.
  package let length: Int

  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = IPAddress(text: parts[0]) else { return nil }
    let width = address.isIPv4 ? 32 : 128
    var length = width
    if parts.count == 2 {
      guard (1...3).contains(parts[1].utf8.count), parts[1].allSatisfy(\.isNumber),
        let number = Int(parts[1]), number <= width
      else { return nil }
      length = number
    }
    self.address = address
    self.length = length
  }

  package func contains(_ other: IPAddress) -> Bool {
    guard other.isIPv4 == address.isIPv4 else { return false }
    if address.isIPv4 { return Self.agree(address.low << 32, other.low << 32, length) }
    return Self.agree(address.high, other.high, min(length, 64))
      && Self.agree(address.low, other.low, max(0, length - 64))
  }

  /// Whether the first bits of both are the same.
  private static func agree(_ left: UInt64, _ right: UInt64, _ bits: Int) -> Bool {
    bits == 0 || (left ^ right) >> UInt64(64 - bits) == 0
  }
}
