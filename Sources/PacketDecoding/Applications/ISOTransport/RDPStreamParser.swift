/// Reads a connection of RDP until it is encrypted.
struct RDPStreamParser: FramedStreamParser {
  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent { TPKT.extent(of: reader) }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    guard let frame = TPKT(message) else { return }
    switch frame.kind {
    case TPKT.connectRequest:
      message.advance(11)
      try readRequest(&message, into: &notes)
    case TPKT.connectConfirm:
      message.advance(11)
      try readAnswer(&message, into: &notes)
    case TPKT.data where fromClient:
      readClientName(frame.payload(message), into: &notes)
    default: break
    }
  }

  private func readRequest(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    notes.info = "Negotiate Request"
    if reader.starts(with: "Cookie: "), let end = reader.distance(to: 0x0D, within: 512) {
      let cookie = try reader.readText(end)
      try reader.skip(2)
      notes.count(RDP.cookie, String(cookie.dropFirst(8)))
      notes.info = "\(cookie), Negotiate Request"
    }
    guard reader.peek() == UInt8(1), let bits: UInt32 = reader.peekLittleEndian(at: 4) else {
      return
    }
    notes.count(RDP.requested, RDP.protocols(bits))
  }

  private func readAnswer(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let type: UInt8 = reader.peek() ?? 0
    let word: UInt32 = reader.peekLittleEndian(at: 4) ?? 0
    if type == 3 {
      notes.count(RDP.failure, RDP.failures[word])
      notes.info = "Negotiate Failure: \(RDP.failures[word])"
      return
    }
    // Without an answer to it the server is one that knows nothing but its own security.
    let chosen = type == 2 ? word : 0
    notes.count(RDP.selected, RDP.protocols(chosen))
    notes.info = "Negotiate Response: \(RDP.protocols(chosen))"
    if chosen != 0 { notes.becomes = .tls }
  }

  /// The name in the client's core data (section 2.2.1.3.2), where nothing is encrypted.
  private func readClientName(_ payload: ByteReader, into notes: inout ApplicationNotes) {
    // The connect-initial unit of T.125 has an application tag of its own.
    guard payload.peek() == UInt16(0x7F65) else { return }
    var reader = payload
    while reader.remaining >= 56 {
      if reader.peek() == UInt16(0x01C0), let length: UInt16 = reader.peekLittleEndian(at: 2),
        length >= 128
      {
        reader.advance(24)
        reader.limit(to: 32)
        let name = reader.readTerminatedUTF16()
        if !name.isEmpty { notes.count(RDP.client, name) }
        notes.info = "ClientData"
        return
      }
      reader.advance(1)
    }
  }
}
