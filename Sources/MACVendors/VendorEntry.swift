internal import PacketDecoding

/// One line of a list of makers.
///
/// The lists differ: `00:00:0C<TAB>Cisco<TAB>Cisco Systems, Inc` (Wireshark, with /28 and /36),
/// `00000C Cisco Systems` (nmap, arp-scan), `00-00-0C   (hex)<TAB>Cisco Systems, Inc` (IEEE text),
/// `MA-L,00000C,"Cisco Systems, Inc",…` (IEEE tables).
struct VendorEntry {
  var prefix: VendorPrefix
  var name: String

  /// Names are cut to this many bytes.
  private static let nameLimit = 80

  /// Nil for a line that is about no range among `wanted`.
  init?(line: ArraySlice<UInt8>, wanted: Set<VendorPrefix>) {
    let isTable = line.first == 0x4D && line.starts(with: "MA-".utf8)
    guard let comma = isTable ? line.firstIndex(of: 0x2C) : line.startIndex - 1 else { return nil }
    var rest = line[(comma + 1)...]
    guard let prefix = Self.takePrefix(&rest), wanted.contains(prefix) else { return nil }
    let bytes = isTable ? Self.tableField(rest) : Self.lastField(rest)
    guard let bytes, !bytes.isEmpty else { return nil }
    self.prefix = prefix
    name = PrintableText.string(Array(bytes.prefix(Self.nameLimit)))
  }

  /// Reads hexadecimal digits, with or without separators, and a length if there is one.
  private static func takePrefix(_ rest: inout ArraySlice<UInt8>) -> VendorPrefix? {
    var bits: UInt64 = 0
    var digits: UInt8 = 0
    while let byte = rest.first, digits <= 12 {
      if let digit = hexDigit(byte) {
        bits = bits << 4 | digit
        digits += 1
      } else if byte != 0x3A && byte != 0x2D {
        break
      }
      rest.removeFirst()
    }
    guard (6...12).contains(digits) else { return nil }
    guard rest.first == 0x2F else { return VendorPrefix(bits: bits, length: digits * 4) }
    let number = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
    rest = rest[number.endIndex...]
    guard let length = UInt8(String(decoding: number, as: UTF8.self)), length <= digits * 4 else {
      return nil
    }
    return VendorPrefix(bits: bits >> UInt64(digits * 4 - length), length: length)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x41...0x46: UInt64(byte - 0x37)
    case 0x61...0x66: UInt64(byte - 0x57)
    default: nil
    }
  }

  /// The field behind a comma, with or without quotes.
  private static func tableField(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard rest.first == 0x2C else { return nil }
    let field = rest.dropFirst()
    if field.first == 0x22 { return field.dropFirst().prefix { $0 != 0x22 } }
    return field.prefix { $0 != 0x2C }
  }

  /// What is behind the last tab, or else behind the first space.
  private static func lastField(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = rest.first, first == 0x20 || first == 0x09 else { return nil }
    // The IEEE says each range twice; this is the one without a name of its own.
    if rest.dropFirst().drop(while: { $0 == 0x20 }).starts(with: "(base 16)".utf8) {
      return nil
    }
    var text = rest.lastIndex(of: 0x09).map { rest[($0 + 1)...] } ?? rest
    while let byte = text.first, byte == 0x20 { text.removeFirst() }
    while let byte = text.last, byte == 0x20 || byte == 0x0D { text.removeLast() }
    return text
  }
}
