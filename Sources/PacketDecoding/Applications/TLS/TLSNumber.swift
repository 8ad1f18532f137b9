/// What the 16-bit numbers of TLS have in common, be they suites, extensions or groups.
package enum TLSNumber {
  /// Whether a number is one of those that only test that unknown ones are ignored (RFC 8701).
  package static func isGREASE(_ value: UInt16) -> Bool {
    value & 0x0F0F == 0x0A0A && value >> 8 == value & 0xFF
  }

  /// Four hexadecimal digits in capitals, as IANA writes cipher suites.
  static func hexadecimal(_ value: UInt16) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
