/// Kerberos over TCP, where each message has its length in front (RFC 4120 section 7.2.2).
struct KerberosParser: ApplicationStreamParser {
  private var client = MessageFramer(limit: 8192)
  private var server = MessageFramer(limit: 8192)

  var isDone: Bool { client.isLost && server.isLost }
  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while let message = next(&reader, fromClient) {
      var content = message.reader
      content.advance(4)
      // What was noted before an error stays.
      try? KerberosMessage.note(&content, into: &notes)
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  private mutating func next(_ reader: inout ByteReader, _ fromClient: Bool) -> HeldBytes? {
    fromClient
      ? client.next(&reader, lengthOf: Self.length) : server.next(&reader, lengthOf: Self.length)
  }

  private static func length(_ reader: ByteReader) -> Int? {
    guard let length: UInt32 = reader.peek() else { return nil }
    return (1..<1 << 24).contains(length) ? Int(length) + 4 : 0
  }
}
