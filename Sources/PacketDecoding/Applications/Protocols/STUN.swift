/// Ways through address translators, with TURN and ICE (RFC 8489, RFC 8656, RFC 8445).
package enum STUN: DatagramRecognizing {
  package static let id = ProtocolID.stun
  package static let reference = "RFC 8489"
  package static let udpPorts: [UInt16] = [3478]
  package static let tcpPorts: [UInt16] = [3478]
  package static let readsDatagrams = true

  package static let method = ApplicationField("stun.type", "Messages")
  package static let software = ApplicationField("stun.att.software", "Software")
  package static let errorCode = ApplicationField("stun.att.error", "Error codes")
  package static let address = ApplicationField("stun.att.ipv4-xord", "Mapped addresses")
  package static let fields = [method, errorCode, software, address]

  static let cookie: UInt32 = 0x2112_A442
  static let headerByteCount = 20

  /// A whole message by its magic cookie (section 5); that lengths are multiples of four is not
  /// observed by all.
  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard hasHeader(reader), let length: UInt16 = reader.peek(at: 2) else { return false }
    return Int(length) == reader.remaining - headerByteCount
  }

  /// A message, or data in a channel of TURN (RFC 8656 section 12.4).
  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    recognizesDatagram(reader) || isChannelData(reader)
  }

  /// A message by its cookie; where media follow, a frame with a length is around it (RFC 4571).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    hasHeader(reader) || STUNParser.beginsWithFrame(reader)
  }

  // Without a cookie a connection to its port can only be in the middle of a channel.
  package static func acceptsStream(_ reader: ByteReader) -> Bool { isChannelData(reader) }

  /// The first byte of a message is at most 3, so that others can share its port (RFC 7983).
  private static func hasHeader(_ reader: ByteReader) -> Bool {
    guard let type: UInt16 = reader.peek(), let word: UInt32 = reader.peek(at: 4) else {
      return false
    }
    return type < 0x0400 && word == cookie
  }

  /// Data in a channel, which may be padded to whole words. Channel 0xFF10 is that of several
  /// conversations of Microsoft's variant, and begins with eight bytes that tell them apart ([MS-TURN]).
  package static func isChannelData(_ reader: ByteReader) -> Bool {
    guard let channel: UInt16 = reader.peek(), let length: UInt16 = reader.peek(at: 2),
      (0x4000...0x7FFF).contains(channel) || channel == 0xFF10 && length >= 8
    else { return false }
    let whole = Int(length) + 4
    return reader.remaining == whole || reader.remaining == (whole + 3) & ~3
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    guard !isChannelData(reader) else { return notes.describe("ChannelData TURN Message") }
    try STUNMessage.note(&reader, into: &notes)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { STUNParser() }
}
