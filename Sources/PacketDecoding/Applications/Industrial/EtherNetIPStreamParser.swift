/// Reads the messages of a connection of EtherNet/IP.
struct EtherNetIPStreamParser: FramedStreamParser {
  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard reader.remaining >= 12, let length: UInt16 = reader.peekLittleEndian(at: 2) else {
      return .needs(12)
    }
    guard EtherNetIP.acceptsStream(reader) else { return .unknown }
    return .message(length: EtherNetIP.headerLength + Int(length))
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try EtherNetIP.readDatagram(&message, into: &notes)
  }
}
