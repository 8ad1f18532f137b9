/// The text of an address as it is put together, in as few steps as there are bytes.
struct AddressText {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(48) }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(dottedDecimal bits: UInt32) {
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      if shift < 24 { bytes.append(UInt8(ascii: ".")) }
      append(decimal: UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  /// Without zeros in front.
  mutating func append(hexadecimal group: UInt16) {
    var isLeading = true
    for shift in stride(from: UInt16(12), through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: group >> shift & 15)
      if isLeading, digit == 0, shift > 0 { continue }
      isLeading = false
      bytes.append(digit.hexadecimalDigit)
    }
  }

  private mutating func append(decimal value: UInt8) {
    if value >= 100 { bytes.append(UInt8(ascii: "0") + value / 100) }
    if value >= 10 { bytes.append(UInt8(ascii: "0") + value / 10 % 10) }
    bytes.append(UInt8(ascii: "0") + value % 10)
  }
}
