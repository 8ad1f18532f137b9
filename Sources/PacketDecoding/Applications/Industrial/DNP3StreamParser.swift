/// Reads the frames of a connection of DNP3.
struct DNP3StreamParser: FramedStreamParser {
  static let canResume = true

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let length: UInt8 = reader.peek(at: 2) else { return .needs(3) }
    return DNP3.isFrame(reader) ? .message(length: DNP3.frameLength(length)) : .unknown
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try DNP3.readDatagram(&message, into: &notes)
  }
}
