/// STUN over TCP, where messages follow each other without frames (RFC 8489 section 6.2.2), or in
/// those of RFC 4571 together with media (RFC 6544 section 3).
struct STUNParser: FramedStreamParser {
  private static let frameByteCount = 2

  var framers = MessageFramers()
  /// What the first message was in; nil before it.
  private var hasFrames: Bool?

  /// Whether a stream begins with a frame that holds a whole message.
  static func beginsWithFrame(_ reader: ByteReader) -> Bool {
    guard let length: UInt16 = reader.peek(),
      Int(length) <= reader.remaining - frameByteCount
    else { return false }
    return STUN.recognizesDatagram(reader.slice(at: frameByteCount, count: Int(length)))
  }

  /// A message has its length behind its type; data in a channel are padded to whole words.
  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let type: UInt16 = reader.peek(), let length: UInt16 = reader.peek(at: 2) else {
      return .needs(4)
    }
    guard let isFramed = hasFrames ?? Self.isFramed(reader) else { return .needs(10) }
    if isFramed { return .message(length: Self.frameByteCount + Int(type)) }
    switch type {
    case 0..<0x4000: return .message(length: Int(length) + STUN.headerByteCount)
    case 0x4000..<0x8000: return .message(length: (Int(length) + 7) & ~3)
    default: return .unknown
    }
  }

  /// Whether the cookie is where it is in a frame; nil where that cannot be told yet.
  private static func isFramed(_ reader: ByteReader) -> Bool? {
    if reader.peek(as: UInt8.self).map({ $0 >= 0x40 }) ?? false { return false }
    if let word: UInt32 = reader.peek(at: 4), word == STUN.cookie { return false }
    guard let word: UInt32 = reader.peek(at: 4 + frameByteCount) else { return nil }
    return word == STUN.cookie
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    hasFrames = hasFrames ?? Self.isFramed(message)
    if hasFrames == true {
      try message.skip(Self.frameByteCount)
      guard STUN.recognizesDatagram(message) else { return }
    }
    guard message.peek(as: UInt8.self).map({ $0 < 0x40 }) ?? false else {
      return notes.describe("ChannelData TURN Message")
    }
    try STUNMessage.note(&message, into: &notes)
  }
}
