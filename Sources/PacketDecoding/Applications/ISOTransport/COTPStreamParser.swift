/// Reads the units of a connection of ISO transport, and S7comm in them.
struct COTPStreamParser: FramedStreamParser {
  var framers = MessageFramers()
  private let known: ProtocolID

  init(follows known: ProtocolID) { self.known = known }

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent { TPKT.extent(of: reader) }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    guard let frame = TPKT(message) else { return }
    notes.count(COTP.type, COTP.types[frame.kind])
    notes.info = COTP.types[frame.kind]
    var payload = frame.payload(message)
    guard frame.kind == TPKT.data, S7comm.isMessage(payload) else { return }
    if known == .cotp { notes.becomes = .s7comm }
    try S7comm.read(&payload, into: &notes)
  }
}
