/// What stands before a value of BER: its identifier and its length (X.690 section 8.1).
struct BERHeader: Hashable, Sendable {
  static let integer: UInt8 = 0x02
  static let octetString: UInt8 = 0x04
  static let objectIdentifier: UInt8 = 0x06
  static let enumerated: UInt8 = 0x0A
  static let sequence: UInt8 = 0x30

  /// The identifier; those of more than one byte are no part of the protocols that are read.
  var tag: UInt8
  var length: Int

  init(parsing reader: inout ByteReader) throws(DecodeError) {
    tag = try reader.read()
    let place = reader.offset
    let first: UInt8 = try reader.read()
    guard first & 0x80 != 0 else {
      length = Int(first)
      return
    }
    let count = Int(first & 0x7F)
    guard (1...4).contains(count) else {
      throw .invalid(.berLength, value: Int(first), at: place)
    }
    length = 0
    for _ in 0..<count { length = length << 8 | Int(try reader.read(as: UInt8.self)) }
  }

  /// How long the message is that begins here with an identifier that is expected.
  static func extent(of reader: ByteReader, where isExpected: (UInt8) -> Bool) -> MessageExtent {
    guard let tag: UInt8 = reader.peek() else { return .needs(1) }
    guard isExpected(tag) else { return .unknown }
    var rest = reader
    do throws(DecodeError) {
      let header = try BERHeader(parsing: &rest)
      return .message(length: rest.offset - reader.offset + header.length)
    } catch .truncated {
      return .needs(reader.remaining + 1)
    } catch {
      return .unknown
    }
  }
}

extension ByteReader {
  /// The content of the next value, which has the identifier `tag`; moves past it.
  ///
  /// Of a value that is cut short, the content is what there is.
  @_lifetime(copy self)
  mutating func readBER(_ tag: UInt8) throws(DecodeError) -> ByteReader {
    let place = offset
    let header = try BERHeader(parsing: &self)
    guard header.tag == tag else { throw .invalid(.berTag, value: Int(header.tag), at: place) }
    return try split(min(header.length, remaining))
  }

  /// The content of the next value if it has the identifier `tag`; else stays where it is.
  @_lifetime(copy self)
  mutating func readBER(optional tag: UInt8) throws(DecodeError) -> ByteReader? {
    guard peek() == tag else { return nil }
    return try readBER(tag)
  }

  mutating func skipBER() throws(DecodeError) {
    let header = try BERHeader(parsing: &self)
    try skip(min(header.length, remaining))
  }

  /// A number of at most eight bytes.
  mutating func readBERInteger(_ tag: UInt8 = BERHeader.integer) throws(DecodeError) -> Int {
    var content = try readBER(tag)
    guard (1...8).contains(content.remaining) else {
      throw .invalid(.berLength, value: content.remaining, at: content.offset)
    }
    var value = content.peek(as: Int8.self).map { $0 < 0 ? -1 : 0 } ?? 0
    while let byte: UInt8 = content.peek() {
      content.advance(1)
      value = value << 8 | Int(byte)
    }
    return value
  }

  /// Text that can be shown.
  mutating func readBERText(_ tag: UInt8 = BERHeader.octetString) throws(DecodeError) -> String {
    PrintableText.string(try readBER(tag), limit: 255)
  }

  /// An object identifier in dotted decimal (X.690 section 8.19).
  mutating func readBERObjectIdentifier() throws(DecodeError) -> String {
    var content = try readBER(BERHeader.objectIdentifier)
    var text = ""
    var part: UInt64 = 0
    while let byte: UInt8 = content.peek(), text.utf8.count < 255 {
      content.advance(1)
      part = part << 7 & 0xFFFF_FFFF | UInt64(byte & 0x7F)
      guard byte & 0x80 == 0 else { continue }
      if text.isEmpty {
        let first = min(part / 40, 2)
        text = "\(first).\(part - first * 40)"
      } else {
        text += ".\(part)"
      }
      part = 0
    }
    return text
  }
}
