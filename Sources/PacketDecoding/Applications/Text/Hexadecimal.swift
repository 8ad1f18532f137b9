// Public, because only what is public and inlinable is made for the sequence at hand in other modules.
extension Sequence<UInt8> {
  /// Two lower-case digits for each byte.
  @inlinable
  public var hexadecimal: String {
    var text: [UInt8] = []
    // A digest does not say how long it is.
    text.reserveCapacity(Swift.max(64, 2 * underestimatedCount))
    for byte in self {
      text.append((byte >> 4).hexadecimalDigit)
      text.append((byte & 15).hexadecimalDigit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension UInt8 {
  /// The lower-case digit, in ASCII, of a number below 16.
  @inlinable @inline(__always)
  var hexadecimalDigit: UInt8 { self + (self < 10 ? 0x30 : 0x57) }
}
