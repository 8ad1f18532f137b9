/// Text from packets made printable, by the rules `tshark -T fields` prints strings with.
package enum PrintableText {
  /// UTF-8 as it is, what is not UTF-8 as U+FFFD, and escapes for whatever has no shape of its own.
  package static func string(_ bytes: some Collection<UInt8>) -> String {
    string(String(decoding: bytes, as: UTF8.self))
  }

  private static func string(_ text: String) -> String {
    isPlain(text.utf8.span) ? text : escaped(text)
  }

  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] < 0x20 || bytes[index] >= 0x7F { return false }
    return true
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// The next `count` bytes of `reader`, or as many of them as there are, made printable.
  static func string(_ reader: ByteReader, limit count: Int = .max) -> String {
    string(reader.text(count))
  }

  /// Text in UTF-16, as Windows sends it, made printable; half a pair becomes U+FFFD.
  static func string(utf16 units: [UInt16]) -> String {
    var result = ""
    for scalar in String(decoding: units, as: UTF16.self).unicodeScalars {
      append(scalar, to: &result)
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    if (0x20..<0x7F).contains(scalar.value) { return text.unicodeScalars.append(scalar) }
    switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .surrogate: text += escape(scalar.value)
    default: text.unicodeScalars.append(scalar)
    }
  }

  private static func escape(_ value: UInt32) -> String {
    switch value {
    case 7...13: "\\" + ["a", "b", "t", "n", "v", "f", "r"][Int(value) - 7]
    case 0..<0x80: "\\" + digits(value, radix: 8, count: 3)
    case 0..<0x10000: "\\u" + digits(value, radix: 16, count: 4)
    default: "\\U" + digits(value, radix: 16, count: 8)
    }
  }

  private static func digits(_ value: UInt32, radix: Int, count: Int) -> String {
    let text = String(value, radix: radix, uppercase: true)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
