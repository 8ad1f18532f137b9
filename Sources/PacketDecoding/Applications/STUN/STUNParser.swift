/// STUN over TCP, where messages follow each other without frames (RFC 8489 section 6.2.2).
struct STUNParser: FramedStreamParser {
  var framers = MessageFramers()

  /// A message has its length behind its type; data in a channel are padded to whole words.
  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let type: UInt16 = reader.peek(), let length: UInt16 = reader.peek(at: 2) else {
      return .needs(4)
    }
    switch type {
    case 0..<0x4000: return .message(length: Int(length) + STUN.headerByteCount)
    case 0x4000..<0x8000: return .message(length: (Int(length) + 7) & ~3)
    default: return .unknown
    }
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    guard message.peek(as: UInt8.self).map({ $0 < 0x40 }) ?? false else {
      return notes.describe("ChannelData TURN Message")
    }
    try STUNMessage.note(&message, into: &notes)
  }
}
