extension MACAddress {
  /// Reads six pairs of hexadecimal digits with colons or hyphens.
  package init?(text: some StringProtocol) {
    guard text.utf8.count == 17 else { return nil }
    let separator: Character = text.contains("-") ? "-" : ":"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 6 else { return nil }
    var bits: UInt64 = 0
    for part in parts {
      guard part.utf8.count == 2, part.first != "+", part.first != "-",
        let byte = UInt8(part, radix: 16)
      else { return nil }
      bits = bits << 8 | UInt64(byte)
    }
    self.init(rawValue: bits)
  }
}
