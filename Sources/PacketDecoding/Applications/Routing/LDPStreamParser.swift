/// Reads the protocol data units of a session of LDP (RFC 5036 section 3.1).
struct LDPStreamParser: FramedStreamParser {
  static let canResume = true

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let version: UInt16 = reader.peek(), let length: UInt16 = reader.peek(at: 2) else {
      return .needs(4)
    }
    return version == 1 && length >= 6 ? .message(length: 4 + Int(length)) : .unknown
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try LDP.readDatagram(&message, into: &notes)
  }
}
