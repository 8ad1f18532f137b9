/// Both directions of a connection of LDAP.
struct LDAPParser: FramedStreamParser {
  var framers = MessageFramers()
  private var asksForTLS = false

  /// Messages that SASL wraps have a length of four bytes in front, and are passed over.
  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard reader.peek() == UInt8(0) else {
      return BERHeader.extent(of: reader) { $0 == BERHeader.sequence }
    }
    guard let length: UInt32 = reader.peek() else { return .needs(4) }
    return length <= 1 << 24 ? .message(length: Int(length) + 4, wanted: 4) : .unknown
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let content = try LDAPMessage(noting: &message, into: &notes)
    if fromClient {
      asksForTLS = content.asksForTLS
    } else if asksForTLS, content.grantsExtension {
      notes.becomes = .tls
    }
  }
}
