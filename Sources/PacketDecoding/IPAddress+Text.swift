extension IPAddress {
  /// Reads dotted decimal, or the text of an IPv6 address (RFC 4291 section 2.2).
  package init?(text: some StringProtocol) {
    let text = Substring(text)
    guard text.utf8.count <= 45 else { return nil }
    if text.utf8.contains(UInt8(ascii: ":")) {
      guard let address = Self.v6(text) else { return nil }
      self = address
    } else {
      guard let bits = Self.v4(text) else { return nil }
      self.init(v4: bits)
    }
  }

  private static func v4(_ text: Substring) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.utf8.count),
        part.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        let byte = UInt8(part)
      else { return nil }
      bits = bits << 8 | UInt32(byte)
    }
    return bits
  }

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
        guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(isHexDigit),
          let group = UInt16(part, radix: 16)
        else { return nil }
        result.append(group)
      }
    }
    return result
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func address(_ groups: [UInt16]) -> IPAddress {
    let half = { (part: ArraySlice<UInt16>) in part.reduce(UInt64(0)) { $0 << 16 | UInt64($1) } }
    return IPAddress(high: half(groups[..<4]), low: half(groups[4...]))
  }
}
