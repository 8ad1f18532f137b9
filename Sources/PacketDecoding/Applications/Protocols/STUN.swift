/// A STUN message, also of TURN and ICE, by its magic cookie (RFC 8489 section 5).
package enum STUN: ApplicationProtocol {
  package static let id = ProtocolID.stun
  package static let reference = "RFC 8489"
  package static let udpPorts: [UInt16] = [3478]

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard let type: UInt16 = reader.peek(), let length: UInt16 = reader.peek(at: 2),
      let cookie: UInt32 = reader.peek(at: 4)
    else { return false }
    return type < 0x4000 && length % 4 == 0 && cookie == 0x2112_A442
      && Int(length) + 20 <= reader.remaining
  }
}
