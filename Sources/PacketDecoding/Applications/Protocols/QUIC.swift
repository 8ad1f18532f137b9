/// A QUIC packet with a long header of a known version (RFC 9000 section 17.2, RFC 9369).
package enum QUIC: ApplicationProtocol {
  package static let id = ProtocolID.quic
  package static let reference = "RFC 9000"

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard let first: UInt8 = reader.peek(), first & 0x80 != 0,
      let version: UInt32 = reader.peek(at: 1), let destination: UInt8 = reader.peek(at: 5),
      destination <= 20, let source: UInt8 = reader.peek(at: 6 + Int(destination)), source <= 20
    else { return false }
    let rest = reader.remaining - 7 - Int(destination) - Int(source)
    switch version {
    case 0: return rest > 0 && rest % 4 == 0 && destination + source > 0  // version negotiation
    case 1, 0x6B33_43CF, 0xFF00_0017...0xFF00_0022: return first & 0x40 != 0 && rest > 0
    default: return false
    }
  }
}
