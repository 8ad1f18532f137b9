/// The fixed part of a DNS message (RFC 1035 section 4.1.1); costs no allocation.
package struct DNSHeader: Hashable, Sendable {
  package static let byteCount = 12

  package var id: UInt16
  package var flags: UInt16
  package var questionCount: UInt16
  package var answerCount: UInt16
  package var authorityCount: UInt16
  package var additionalCount: UInt16

  package init(parsing reader: inout ByteReader) throws(DecodeError) {
    id = try reader.read()
    flags = try reader.read()
    questionCount = try reader.read()
    answerCount = try reader.read()
    authorityCount = try reader.read()
    additionalCount = try reader.read()
  }

  package var isResponse: Bool { flags & 0x8000 != 0 }
  /// 0 is a standard query, 4 a notification, 5 an update.
  package var opcode: UInt8 { UInt8(flags >> 11 & 15) }
  package var isAuthoritative: Bool { flags & 0x0400 != 0 }
  package var isTruncated: Bool { flags & 0x0200 != 0 }
  package var isRecursionDesired: Bool { flags & 0x0100 != 0 }
  /// The four bits of the header; an EDNS record may hold eight more.
  package var responseCode: DNSResponseCode { DNSResponseCode(rawValue: flags & 15) }
}
