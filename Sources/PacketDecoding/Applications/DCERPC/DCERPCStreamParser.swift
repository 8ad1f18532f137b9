/// Reads the fragments of a connection of DCE/RPC.
struct DCERPCStreamParser: FramedStreamParser {
  static let canResume = true

  /// Contexts of one connection that are remembered.
  private static let contextLimit = 64

  var framers = MessageFramers()
  private var interfaces: [UInt16: DCERPCInterface] = [:]

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard reader.remaining >= 12 else { return .needs(12) }
    guard DCERPCMessage.isMessage(reader), let length = DCERPCMessage.length(reader) else {
      return .unknown
    }
    return .message(length: length, wanted: min(length, 16 << 10))
  }

  mutating func read(
    _ reader: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let whole = reader
    let message = try DCERPCMessage(parsing: &reader)
    notes.count(DCERPC.packetType, DCERPC.packetTypes[message.kind])
    notes.info = message.info
    for (number, interface) in message.contexts {
      notes.count(DCERPC.interface, interface.description)
      if interfaces.count < Self.contextLimit { interfaces[number] = interface }
    }
    if let (context, number) = message.operation {
      let name = interfaces[context].map { $0.name ?? $0.uuid } ?? "?"
      notes.count(DCERPC.operation, "\(name) \(number)")
    }
    if let reason = message.reason {
      let isFault = message.kind == DCERPCMessage.Kind.fault
      notes.count(
        isFault ? DCERPC.fault : DCERPC.refusal,
        isFault ? DCERPC.faults[reason] : DCERPC.refusals[reason])
    }
    // Who calls is said at the end, behind a header of eight bytes.
    let start = message.length - message.authenticationLength
    guard message.authenticationLength > 0, start >= DCERPCMessage.headerByteCount else { return }
    NTLMMessage(in: whole.slice(at: start, count: .max))?.count(into: &notes)
  }
}
