/// Kerberos over TCP, where each message has its length in front (RFC 4120 section 7.2.2).
struct KerberosParser: FramedStreamParser {
  private static let lengthByteCount = 4

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let length: UInt32 = reader.peek() else { return .needs(Self.lengthByteCount) }
    guard (1..<1 << 24).contains(length) else { return .unknown }
    return .message(length: Int(length) + Self.lengthByteCount)
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try message.skip(Self.lengthByteCount)
    try KerberosMessage.note(&message, into: &notes)
  }
}
