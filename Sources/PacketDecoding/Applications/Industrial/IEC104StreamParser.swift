/// Reads the units of a connection of IEC 60870-5-104.
struct IEC104StreamParser: FramedStreamParser {
  static let canResume = true

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let length: UInt8 = reader.peek(at: 1) else { return .needs(2) }
    return IEC104.isUnit(reader) ? .message(length: 2 + Int(length)) : .unknown
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try message.skip(2)
    let control: UInt32 = try message.readLittleEndian()
    if control & 3 == 3 {
      notes.info = "U (\(IEC104.commands[control >> 2 & 0x3F]))"
    } else if control & 3 == 1 {
      notes.info = "S (\(control >> 17))"
    } else {
      let type: UInt8 = try message.read()
      try message.skip(3)  // how many, cause, originator
      let address: UInt16 = try message.readLittleEndian()
      notes.count(IEC104.type, IEC104.types[type])
      notes.count(IEC104.address, "\(address)")
      notes.info = "I (\(control >> 1 & 0x7FFF),\(control >> 17)) \(IEC104.types[type])"
    }
  }
}
