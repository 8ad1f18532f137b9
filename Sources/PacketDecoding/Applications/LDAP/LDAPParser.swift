/// Both directions of a connection of LDAP.
struct LDAPParser: ApplicationStreamParser {
  private var client = MessageFramer(limit: 4096)
  private var server = MessageFramer(limit: 4096)
  private var asksForTLS = false
  private var hasChanged = false

  var isDone: Bool { hasChanged || client.isLost && server.isLost }
  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while !hasChanged, let held = next(&reader, fromClient) {
      var content = held.reader
      guard let message = try? LDAPMessage(noting: &content, into: &notes) else { continue }
      if fromClient {
        asksForTLS = message.asksForTLS
      } else if asksForTLS, message.grantsExtension {
        notes.becomes = .tls
        hasChanged = true
      }
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  private mutating func next(_ reader: inout ByteReader, _ fromClient: Bool) -> HeldBytes? {
    fromClient
      ? client.next(&reader, lengthOf: Self.length) : server.next(&reader, lengthOf: Self.length)
  }

  /// Messages that SASL wraps have a length of four bytes in front, and are passed over.
  private static func length(_ reader: ByteReader) -> Int? {
    guard reader.peek() == UInt8(0) else {
      return BERHeader.messageLength(reader) { $0 == BERHeader.sequence }
    }
    guard let length: UInt32 = reader.peek() else { return nil }
    return length <= 1 << 24 ? Int(length) + 4 : 0
  }
}
