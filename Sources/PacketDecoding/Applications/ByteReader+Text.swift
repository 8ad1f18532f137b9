extension ByteReader {
  /// The distance of the first `byte` from here, or nil if there is none among the next `limit`.
  @inline(__always)
  func distance(to byte: UInt8, within limit: Int = .max) -> Int? {
    let limit = min(limit, remaining)
    var index = 0
    while limit - index >= 8, let word: UInt64 = peek(at: index) {
      let places = Self.places(of: byte, in: word.byteSwapped)
      if places != 0 { return index + places.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < limit {
      if peek(at: index) == byte { return index }
      index += 1
    }
    return nil
  }

  /// A number whose lowest bit is in the lowest byte of `word` that is `byte`; 0 if there is none.
  @inline(__always)
  private static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = word ^ (ones &* UInt64(byte))
    // Taking one away borrows from above only in a byte that is zero, and behind one.
    return (difference &- ones) & ~difference & (ones &<< 7)
  }

  /// Whether the next bytes are `text`.
  func starts(with text: String) -> Bool {
    var index = 0
    for byte in text.utf8 {
      guard peek(at: index) == byte else { return false }
      index += 1
    }
    return true
  }

  /// Whether the next bytes are `text`, which is in lower case, with letters of either case.
  func starts(withLowercase text: String) -> Bool {
    var index = 0
    for byte in text.utf8 {
      guard let found: UInt8 = peek(at: index) else { return false }
      guard found == byte || (0x41...0x5A).contains(found) && found | 0x20 == byte else {
        return false
      }
      index += 1
    }
    return true
  }

  /// A reader of the next `count` bytes, or of all there are if they are fewer; this one stays.
  @_lifetime(copy self)
  func prefix(_ count: Int) -> ByteReader {
    var copy = self
    copy.limit(to: max(count, 0))
    return copy
  }

  /// Moves forward by `count`, or to the end.
  mutating func advance(_ count: Int) {
    // Never throws: the count is held to what remains.
    do { try skip(min(max(count, 0), remaining)) } catch {}
  }

  /// Leaves out white space at both ends.
  mutating func trim() {
    while let byte: UInt8 = peek(), byte == 0x20 || byte == 0x09 { advance(1) }
    while remaining > 0, let last: UInt8 = peek(at: remaining - 1),
      last == 0x20 || last == 0x09 || last == 0x0D
    { limit(to: remaining - 1) }
  }

  /// The bytes up to the end of the first line, or of what there is.
  var firstLine: ByteReader {
    @_lifetime(copy self)
    get {
      let end = distance(to: 0x0A, within: 1024) ?? min(remaining, 1024)
      var line = prefix(end)
      line.trim()
      return line
    }
  }

  /// Whether the last bytes are `text`.
  func ends(with text: String) -> Bool {
    guard remaining >= text.utf8.count else { return false }
    var end = self
    end.advance(remaining - text.utf8.count)
    return end.starts(with: text)
  }

  /// Whether `text`, which is in lower case, is anywhere in the bytes, in letters of either case.
  func contains(lowercase text: String) -> Bool {
    var rest = self
    while rest.remaining >= text.utf8.count {
      if rest.starts(withLowercase: text) { return true }
      rest.advance(1)
    }
    return false
  }
}
