extension DNSMessage {
  /// Whether bytes on any port are a DNS message by their content, strictly enough to be sure.
  ///
  /// One question of a known class whose name consists of printable labels, counts that go with
  /// the direction, and reserved bits that are zero: random bytes pass about once in 10¹⁰.
  package static func looksLikeDNS(_ reader: ByteReader) -> Bool {
    var reader = reader
    guard let header = try? DNSHeader(parsing: &reader) else { return false }
    guard header.questionCount == 1, [0, 4, 5].contains(header.opcode) else { return false }
    // The Z bit (RFC 1035 section 4.1.1), and the codes and counts that a query has no use for.
    guard header.flags & 0x0040 == 0, header.answerCount <= 256,
      header.authorityCount <= 64, header.additionalCount <= 64
    else { return false }
    if !header.isResponse {
      guard header.flags & 0x048F == 0 || header.opcode != 0 else { return false }
      guard header.answerCount == 0 || header.opcode != 0 else { return false }
    }
    guard skipPlausibleName(&reader) else { return false }
    guard let type: UInt16 = reader.peek(), let classNumber: UInt16 = reader.peek(at: 2) else {
      return false
    }
    reader.advance(4)
    return DNSType(rawValue: type).isKnown && [1, 3, 4, 254, 255].contains(classNumber)
      && hasRecordsOrEnds(header, reader)
  }

  /// Nothing but a name in place, without pointers, of letters that names are made of.
  private static func skipPlausibleName(_ reader: inout ByteReader) -> Bool {
    let start = reader.offset
    while let length: UInt8 = reader.peek() {
      reader.advance(1)
      if length == 0 { return true }
      guard length <= 63, reader.offset - start + Int(length) <= 255 else { return false }
      for index in 0..<Int(length) {
        guard let byte: UInt8 = reader.peek(at: index), byte > 0x20, byte < 0x7F else {
          return false
        }
      }
      reader.advance(Int(length))
    }
    return false
  }

  /// Behind the question nothing follows, or the name of a record does.
  private static func hasRecordsOrEnds(_ header: DNSHeader, _ reader: ByteReader) -> Bool {
    let isEmpty = header.answerCount == 0 && header.authorityCount == 0
    if isEmpty && header.additionalCount == 0 { return reader.isAtEnd }
    guard let first: UInt8 = reader.peek() else { return header.isTruncated }
    return first <= 63 || first >= 0xC0
  }
}
