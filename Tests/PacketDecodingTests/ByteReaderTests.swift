import PacketDecoding
import TestSupport
import Testing

struct ByteReaderTests {
  static let bytes: Bytes = "0102 0304 0506 0708"
  static let array = bytes.array

  /// What `body` throws at a reader, or nil.
  static func error(_ body: (inout ByteReader) throws(DecodeError) -> Void) -> DecodeError? {
    let array = array
    var reader = ByteReader(array.span.bytes)
    do throws(DecodeError) {
      try body(&reader)
      return nil
    } catch {
      return error
    }
  }

  @Test func readsInEitherByteOrder() throws {
    let (big, little, rest, isAtEnd) = try Self.bytes.withReader { reader in
      (
        try reader.read(as: UInt16.self), try reader.readLittleEndian(as: UInt16.self),
        try reader.read(as: UInt32.self), reader.isAtEnd
      )
    }
    #expect(big == 0x0102)
    #expect(little == 0x0403)
    #expect(rest == 0x0506_0708)
    #expect(isAtEnd)
  }

  @Test func saysWhatItNeededAndWhatThereWas() {
    let short = Self.error { (reader) throws(DecodeError) in
      try reader.skip(6)
      _ = try reader.read(as: UInt32.self)
    }
    #expect(short == .truncated(needed: 4, available: 2, at: 6))
    let back = Self.error { (reader) throws(DecodeError) in try reader.skip(-1) }
    #expect(back == .truncated(needed: -1, available: 8, at: 0))
    let far = Self.error { (reader) throws(DecodeError) in try reader.skip(.max) }
    #expect(far == .truncated(needed: .max, available: 8, at: 0))
  }

  @Test func looksAheadInsideItsEnd() {
    let array = Self.array
    let reader = ByteReader(array.span.bytes)
    let inside = reader.peek(at: 7, as: UInt8.self)
    let outside = [
      reader.peek(at: 8, as: UInt8.self), reader.peek(at: -1, as: UInt8.self),
      reader.peek(at: .max, as: UInt8.self), reader.peek(at: .min, as: UInt8.self),
    ]
    #expect(inside == 8)
    #expect(outside.allSatisfy { $0 == nil })
  }

  @Test func endsNoLaterThanBefore() {
    let array = Self.array
    var reader = ByteReader(array.span.bytes)
    let remaining = [100, -1, 3, 4].map { count in
      reader.limit(to: count)
      return reader.remaining
    }
    #expect(remaining == [8, 8, 3, 3])
    let beyond = Self.error { (reader) throws(DecodeError) in
      reader.limit(to: 3)
      try reader.seek(to: 3)
      try reader.seek(to: 4)
    }
    #expect(beyond == .truncated(needed: 1, available: 0, at: 3))
  }

  @Test func splitsOffAPart() throws {
    let array = Self.array
    var reader = ByteReader(array.span.bytes)
    try reader.skip(2)
    var part = try reader.split(3)
    let bytes = try part.readBytes(3)
    let (end, offset) = (part.isAtEnd, reader.offset)
    #expect(bytes == [3, 4, 5])
    #expect(end)
    #expect(offset == 5)
  }

  @Test func copiesBytesBehindOthers() throws {
    let (bytes, offset) = try Self.bytes.withReader { reader in
      try reader.skip(1)
      var bytes = try reader.readBytes(2)
      try reader.readBytes(0, onto: &bytes)
      try reader.readBytes(3, onto: &bytes)
      return (bytes, reader.offset)
    }
    #expect(bytes == [2, 3, 4, 5, 6])
    #expect(offset == 6)
    let short = Self.error { (reader) throws(DecodeError) in _ = try reader.readBytes(9) }
    #expect(short == .truncated(needed: 9, available: 8, at: 0))
    let back = Self.error { (reader) throws(DecodeError) in _ = try reader.readBytes(-1) }
    #expect(back != nil)
  }

  @Test(arguments: [(-1, ""), (2, "ab"), (3, "ab\u{FFFD}"), (100, "ab\u{FFFD}c")])
  func readsTextOfNoMoreThanThereIs(count: Int, text: String) throws {
    let bytes: Bytes = "00 6162 FF 63"
    let found = try bytes.withReader { reader in
      try reader.skip(1)
      return reader.text(count)
    }
    #expect(found == text)
  }

  @Test(arguments: [-5..<3, 2..<100, 50..<60, 3..<3])
  func keepsInsideTheBytes(range: Range<Int>) {
    let array = Self.array
    let reader = ByteReader(array.span.bytes, range: range)
    let (offset, end) = (reader.offset, reader.end)
    #expect(offset >= 0 && end <= 8 && offset <= end)
  }
}
