/// STUN over TCP, where messages follow each other without frames (RFC 8489 section 6.2.2).
struct STUNParser: ApplicationStreamParser {
  private var client = MessageFramer(limit: 2048)
  private var server = MessageFramer(limit: 2048)

  var isDone: Bool { client.isLost && server.isLost }
  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while let message = next(&reader, fromClient) {
      var content = message.reader
      guard content.peek(as: UInt8.self).map({ $0 < 0x40 }) ?? false else {
        notes.describe("ChannelData TURN Message")
        continue
      }
      // What was noted before an error stays.
      try? STUNMessage.note(&content, into: &notes)
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  private mutating func next(_ reader: inout ByteReader, _ fromClient: Bool) -> HeldBytes? {
    fromClient
      ? client.next(&reader, lengthOf: Self.length) : server.next(&reader, lengthOf: Self.length)
  }

  /// A message has its length behind its type; data in a channel are padded to whole words.
  private static func length(_ reader: ByteReader) -> Int? {
    guard let type: UInt16 = reader.peek(), let length: UInt16 = reader.peek(at: 2) else {
      return nil
    }
    switch type {
    case 0..<0x4000: return Int(length) + STUN.headerByteCount
    case 0x4000..<0x8000: return (Int(length) + 7) & ~3
    default: return 0
    }
  }
}
