/// Reads the messages of a connection of OPC UA.
struct OPCUAStreamParser: FramedStreamParser {
  static let canResume = true

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let length: UInt32 = reader.peekLittleEndian(at: 4) else { return .needs(8) }
    return OPCUA.isMessage(reader) ? .message(length: Int(length)) : .unknown
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    guard let name = OPCUA.name(message) else { return }
    notes.count(OPCUA.type, name)
    notes.info = name
    if message.starts(with: "HEL") {
      try message.skip(28)
      try count(OPCUA.endpoint, &message, into: &notes)
    } else if message.starts(with: "OPN") {
      try message.skip(12)
      try count(OPCUA.policy, &message, into: &notes)
    }
  }

  /// Text behind its length, which is below zero for none.
  private func count(
    _ field: ApplicationField, _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let length = Int(Int32(bitPattern: try message.readLittleEndian(as: UInt32.self)))
    guard length > 0 else { return }
    notes.count(field, try message.readText(length))
  }
}
