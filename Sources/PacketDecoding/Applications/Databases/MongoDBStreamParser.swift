/// Reads the messages of a connection of MongoDB, and the names of its commands.
struct MongoDBStreamParser: FramedStreamParser {
  static let canResume = true

  /// Elements of a document that are looked through for the name of the database.
  private static let elementLimit = 32

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard reader.remaining >= 16, let length: UInt32 = reader.peekLittleEndian() else {
      return .needs(16)
    }
    return MongoDB.isMessage(reader) ? .message(length: Int(length)) : .unknown
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try message.skip(8)
    let answers: UInt32 = try message.readLittleEndian()
    let code: UInt32 = try message.readLittleEndian()
    notes.count(MongoDB.opcode, MongoDB.opcodes[code])
    let kind = answers == 0 ? "Request" : "Response"
    notes.info = "\(kind) : \(MongoDB.opcodes[code])"
    switch code {
    case MongoDB.Code.message where answers == 0:
      try message.skip(4)
      // Sections of another kind hold documents that belong to the command.
      guard try message.read(as: UInt8.self) == 0 else { return }
      try readCommand(&message, into: &notes)
    case MongoDB.Code.query:
      try message.skip(4)
      notes.count(MongoDB.collection, message.readTerminatedText())
      try message.skip(8)
      try readCommand(&message, into: &notes)
    default: break
    }
  }

  /// The first element's name is the command; one further on tells the database.
  private func readCommand(
    _ document: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try document.skip(4)
    for index in 0..<Self.elementLimit {
      let type: UInt8 = try document.read()
      guard type != 0 else { return }
      let name = document.readTerminatedText()
      if index == 0 {
        notes.count(MongoDB.command, name)
        notes.info? += " \(name)"
      }
      if type == 2, name == "$db" {
        let count = Int(try document.readLittleEndian(as: UInt32.self))
        var text = try document.split(count)
        return notes.count(MongoDB.database, text.readTerminatedText())
      }
      try skipValue(type, &document)
    }
  }

  /// Passes over a value (bsonspec.org); one of unknown length ends the document.
  private func skipValue(_ type: UInt8, _ reader: inout ByteReader) throws(DecodeError) {
    switch type {
    case 0x01, 0x09, 0x11, 0x12: try reader.skip(8)
    case 0x02, 0x0D, 0x0E: try reader.skip(Int(try reader.readLittleEndian(as: UInt32.self)))
    case 0x03, 0x04:
      try reader.skip(Int(try reader.readLittleEndian(as: UInt32.self)) - 4)
    case 0x05: try reader.skip(Int(try reader.readLittleEndian(as: UInt32.self)) + 1)
    case 0x06, 0x0A, 0x7F, 0xFF: break
    case 0x07: try reader.skip(12)
    case 0x08: try reader.skip(1)
    case 0x10: try reader.skip(4)
    case 0x13: try reader.skip(16)
    default: reader.advance(reader.remaining)
    }
  }
}
