package import PacketDecoding

/// A network, or one address: "10.0.0.0/8", "2001:db8::7".
package struct AddressPrefix: Equatable, Sendable {
  package let address: IPAddress
  /// Bits that count.
  package let length: Int

  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let address = Self.address(parts[0]) else { return nil }
    let width = address.isIPv4 ? 32 : 128
    var length = width
    if parts.count == 2 {
      guard let number = Self.decimal(parts[1], atMost: width) else { return nil }
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

// MARK: - Reading addresses

extension AddressPrefix {
  private static func address(_ text: Substring) -> IPAddress? {
    text.contains(":") ? v6(text) : v4(text).map { IPAddress(v4: $0) }
  }

  private static func decimal(_ text: Substring, atMost limit: Int) -> Int? {
    guard (1...3).contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int(text), number <= limit
    else { return nil }
    return number
  }

  private static func v4(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard let byte = decimal(part, atMost: 255) else { return nil }
      bits = bits << 8 | UInt32(byte)
    }
    return bits
  }

  /// RFC 4291 section 2.2.
  private static func v6(_ text: Substring) -> IPAddress? {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2, let head = groups(halves[0], isLast: halves.count == 1) else {
      return nil
    }
    guard halves.count == 2 else { return head.count == 8 ? address(head) : nil }
    guard let tail = groups(halves[1], isLast: true), head.count + tail.count < 8 else {
      return nil
    }
    let zeros = [UInt16](repeating: 0, count: 8 - head.count - tail.count)
    return address(head + zeros + tail)
  }

  private static func groups(_ text: Substring, isLast: Bool) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var result: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if isLast, index == parts.count - 1, part.contains(".") {
        guard let bits = v4(part) else { return nil }
        result += [UInt16(bits >> 16), UInt16(truncatingIfNeeded: bits)]
      } else {
        guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
          let group = UInt16(part, radix: 16)
        else { return nil }
        result.append(group)
      }
    }
    return result
  }

  private static func address(_ groups: [UInt16]) -> IPAddress {
    let half = { (part: ArraySlice<UInt16>) in part.reduce(UInt64(0)) { $0 << 16 | UInt64($1) } }
    return IPAddress(high: half(groups[..<4]), low: half(groups[4...]))
  }
}
