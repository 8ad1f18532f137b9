/// Reads the messages of a connection of OpenFlow (1.3.5 section 7.1).
struct OpenFlowStreamParser: FramedStreamParser {
  private enum Kind {
    static let packetIn: UInt8 = 10
    static let packetOut: UInt8 = 13
  }

  static let canResume = true

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard reader.remaining >= 4 else { return .needs(4) }
    guard OpenFlow.hasHeader(reader), let length: UInt16 = reader.peek(at: 2) else {
      return .unknown
    }
    return .message(length: Int(length))
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let version: UInt8 = try message.read()
    let type: UInt8 = try message.read()
    try message.skip(6)  // length, transaction
    notes.count(OpenFlow.version, OpenFlow.versions[version])
    notes.describe("Type: \(OpenFlow.types[type])")
    guard try skipToFrame(&message, version: version, type: type), !message.isAtEnd else { return }
    for layer in DecodedPacket.layers(ofFrame: message).layers { notes.carries(layer) }
  }

  /// Passes over what precedes a frame; false where none is expected.
  private func skipToFrame(
    _ message: inout ByteReader, version: UInt8, type: UInt8
  ) throws(DecodeError) -> Bool {
    switch (version, type) {
    case (1, Kind.packetIn):
      try message.skip(10)
    case (4...5, Kind.packetIn):
      try message.skip(16)
      try skipMatch(&message)
    case (1, Kind.packetOut):
      try message.skip(6)
      try skipActions(&message, padding: 0)
    case (4...5, Kind.packetOut):
      try message.skip(8)
      try skipActions(&message, padding: 6)
    default: return false
    }
    return true
  }

  /// A match counts its own header, and is padded to eight bytes; two more align what follows.
  private func skipMatch(_ message: inout ByteReader) throws(DecodeError) {
    try message.skip(2)
    let length: UInt16 = try message.read()
    try message.skip((max(Int(length), 4) + 7) & ~7 - 4 + 2)
  }

  private func skipActions(_ message: inout ByteReader, padding: Int) throws(DecodeError) {
    let length: UInt16 = try message.read()
    try message.skip(padding + Int(length))
  }
}
