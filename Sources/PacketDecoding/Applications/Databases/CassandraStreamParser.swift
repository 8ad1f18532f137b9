/// Reads the frames of a connection of Cassandra.
struct CassandraStreamParser: FramedStreamParser {
  private static let headerLength = 9

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let length: UInt32 = reader.peek(at: 5) else { return .needs(Self.headerLength) }
    guard Cassandra.isFrame(reader) else { return .unknown }
    return .message(
      length: Self.headerLength + Int(length), wanted: Self.headerLength + min(Int(length), 4))
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let version: UInt8 = try message.read()
    try message.skip(3)
    let code: UInt8 = try message.read()
    try message.skip(4)
    notes.count(Cassandra.version, "\(version & 0x7F)")
    notes.count(Cassandra.opcode, Cassandra.opcodes[code])
    notes.info = "v\(version & 0x7F) Type \(Cassandra.opcodes[code])"
    guard code == 0 else { return }
    notes.count(Cassandra.error, Cassandra.errors[try message.read(as: UInt32.self)])
  }
}
