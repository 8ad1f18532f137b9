/// Reads the messages of a connection of Modbus.
struct ModbusStreamParser: FramedStreamParser {
  static let canResume = true

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let length: UInt16 = reader.peek(at: 4) else { return .needs(6) }
    guard Modbus.acceptsStream(reader) else { return .unknown }
    return .message(length: 6 + Int(length))
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try Modbus.read(&message, isQuery: fromClient, into: &notes)
  }
}
