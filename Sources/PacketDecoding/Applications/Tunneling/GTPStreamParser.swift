/// Reads messages of GTP 2 from a connection.
struct GTPStreamParser: FramedStreamParser {
  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let length: UInt16 = reader.peek(at: 2) else { return .needs(4) }
    return GTPControl.acceptsStream(reader) ? .message(length: 4 + Int(length)) : .unknown
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try GTPControl.readDatagram(&message, into: &notes)
  }
}
