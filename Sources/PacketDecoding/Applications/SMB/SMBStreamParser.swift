/// Reads a connection of the NetBIOS session service: its own messages, SMB 1, and SMB 2 and 3.
struct SMBStreamParser: FramedStreamParser {
  static let canResume = true

  var framers = MessageFramers()
  /// The dialects of SMB 1 that the client offered, which the server chooses by number.
  var dialects: [String] = []
  /// What the flow is known as.
  private let known: ProtocolID

  init(follows known: ProtocolID) { self.known = known }

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let word: UInt32 = reader.peek() else { return .needs(4) }
    let length = 4 + Int(word & 0xFF_FFFF)
    switch word >> 24 {
    case 0 where length == 4: return .message(length: 4)
    case 0:
      guard let magic: UInt32 = reader.peek(at: 4) else { return length < 8 ? .unknown : .needs(8) }
      return magic == SMB.magic || SMB2.isMagic(magic) ? .message(length: length) : .unknown
    case 0x81...0x85 where length <= 256: return .message(length: length)
    default: return .unknown
    }
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let type: UInt8 = try message.read()
    try message.skip(3)
    guard type == 0 else { return try readSession(type, &message, into: &notes) }
    guard let magic: UInt32 = message.peek() else { return }
    let found = magic == SMB.magic ? ProtocolID.smb : .smb2
    if found != known { notes.becomes = found }
    switch magic {
    case SMB.magic: try readSMB(&message, into: &notes)
    case SMB2.magic: try readSMB2(message, into: &notes)
    case SMB2.encryptedMagic:
      notes.count(SMB2.command, "Encrypted")
      notes.info = "Encrypted SMB3"
    default:
      notes.count(SMB2.command, "Compressed")
      notes.info = "Compressed SMB3"
    }
  }

  /// A session on port 139, whose messages are told by their own headers from then on.
  private func readSession(
    _ type: UInt8, _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let name = NBSS.types[type]
    notes.count(NBSS.type, name)
    notes.info = name
    if type == 0x82, known == .nbss { notes.becomes = ProtocolID.none }
    guard type == 0x81 else { return }
    let called = try NetBIOSName(parsing: &message)
    let calling = try NetBIOSName(parsing: &message)
    notes.count(NBSS.calledName, called.description)
    notes.count(NBSS.callingName, calling.description)
    if calling.isOfHost { notes.name(notes.source, calling.text) }
    notes.info = "Session request, to \(called) from \(calling)"
  }

  /// Notes what a pipe carries, if that is DCE/RPC.
  static func readPipe(_ data: ByteReader, into notes: inout ApplicationNotes) {
    guard DCERPCMessage.isMessage(data) else { return }
    notes.carries(.dcerpc)
    var data = data
    guard let message = try? DCERPCMessage(parsing: &data) else { return }
    for interface in message.interfaces { notes.count(DCERPC.interface, interface.description) }
    notes.info = message.info
  }
}
