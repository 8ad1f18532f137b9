/// Reads what was packed by this process.
struct PackedReader {
  private let bytes: [UInt8]
  private(set) var offset: Int

  init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  @inline(__always)
  mutating func byte() -> UInt8 {
    defer { offset += 1 }
    return bytes[offset]
  }

  /// A number in so many bytes, the first one lowest.
  @inline(__always)
  mutating func fixed(_ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for place in 0..<count { value |= UInt64(byte()) << UInt64(place * 8) }
    return value
  }

  /// A number in seven bits a byte, the lowest first, with the eighth set in all but the last.
  @inline(__always)
  mutating func variable() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = UInt64(byte())
      value |= (next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
  }
}

extension [UInt8] {
  /// Appends what ``PackedReader/fixed(_:)`` reads.
  @inline(__always)
  mutating func pack(_ value: UInt64, fixed count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: value >> UInt64(place * 8))) }
  }

  /// Appends what ``PackedReader/variable()`` reads.
  @inline(__always)
  mutating func pack(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
