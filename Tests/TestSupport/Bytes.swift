/// Packet bytes written as hexadecimal in a test.
package struct Bytes: ExpressibleByStringLiteral, Sendable {
  package var array: [UInt8]

  package init(_ array: [UInt8]) { self.array = array }

  package init(stringLiteral hex: String) {
    let digits = hex.compactMap(\.hexDigitValue)
    array = stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }

  package func prefix(_ count: Int) -> Bytes { Bytes(Array(array.prefix(count))) }
}
