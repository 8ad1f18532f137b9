/// The fixed part of a DNS message (RFC 1035 section 4.1.1); costs no allocation.
package struct DNSHeader: Hashable, Sendable {
  package static let byteCount = 12
  /// What the four counts take at its end.
  static let countBytes = 8

  package var id: UInt16 = 0
  package var flags: UInt16 = 0
  package var questionCount: UInt16 = 0
  package var answerCount: UInt16 = 0
  package var authorityCount: UInt16 = 0
  package var additionalCount: UInt16 = 0

  init() {}

  /// Reads identifier and flags, which say what the message is; counts that are cut off are 0.
  package init(parsing reader: inout ByteReader) throws(DecodeError) {
    id = try reader.read()
    flags = try reader.read()
    questionCount = reader.peek() ?? 0
    answerCount = reader.peek(at: 2) ?? 0
    authorityCount = reader.peek(at: 4) ?? 0
    additionalCount = reader.peek(at: 6) ?? 0
  }

  package var isResponse: Bool { flags & 0x8000 != 0 }
  package var opcode: DNSOpcode { DNSOpcode(rawValue: UInt8(flags >> 11 & 15)) }
  package var isAuthoritative: Bool { flags & 0x0400 != 0 }
  package var isTruncated: Bool { flags & 0x0200 != 0 }
  package var isRecursionDesired: Bool { flags & 0x0100 != 0 }
  /// The four bits of the header; an EDNS record may hold eight more.
  package var responseCode: DNSResponseCode { DNSResponseCode(rawValue: flags & 15) }
}
