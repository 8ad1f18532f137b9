extension ByteReader {
  /// Characters of a text that are kept.
  private static let textLimit = 256

  /// The next `count` bytes as printable text, of which the beginning is kept.
  mutating func readText(_ count: Int) throws(DecodeError) -> String {
    PrintableText.string(try split(count), limit: Self.textLimit)
  }

  /// Text up to the next zero, which is passed over, or up to the end.
  mutating func readTerminatedText() -> String {
    let end = distance(to: 0) ?? remaining
    let text = PrintableText.string(prefix(end), limit: Self.textLimit)
    advance(end + 1)
    return text
  }

  /// The next `count` bytes as text in UTF-16 with the low byte first.
  mutating func readUTF16(_ count: Int) throws(DecodeError) -> String {
    var text = try split(count)
    var units: [UInt16] = []
    while text.remaining >= 2, units.count < Self.textLimit {
      units.append(try text.readLittleEndian())
    }
    return PrintableText.string(utf16: units)
  }

  /// Text in UTF-16 up to a zero, which is passed over, or up to the end.
  mutating func readTerminatedUTF16() -> String {
    var units: [UInt16] = []
    while let unit = try? readLittleEndian(as: UInt16.self), unit != 0 {
      if units.count < Self.textLimit { units.append(unit) }
    }
    return PrintableText.string(utf16: units)
  }

  /// The `count` bytes at `distance` from here, as many of them as there are.
  @_lifetime(copy self)
  func slice(at distance: Int, count: Int) -> ByteReader {
    var copy = self
    copy.advance(distance)
    return copy.prefix(count)
  }

  /// An integer ahead in little-endian byte order, or nil past the end.
  func peekLittleEndian<T: FixedWidthInteger & BitwiseCopyable>(
    at distance: Int = 0, as type: T.Type = T.self
  ) -> T? {
    peek(at: distance, as: T.self)?.byteSwapped
  }
}
