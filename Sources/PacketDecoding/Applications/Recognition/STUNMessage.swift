/// A STUN message, also of TURN and ICE, by its magic cookie (RFC 8489 section 5).
package enum STUNMessage {
  package static func recognizes(_ reader: ByteReader) -> Bool {
    guard let type: UInt16 = reader.peek(), let length: UInt16 = reader.peek(at: 2),
      let cookie: UInt32 = reader.peek(at: 4)
    else { return false }
    return type < 0x4000 && length % 4 == 0 && cookie == 0x2112_A442
      && Int(length) + 20 <= reader.remaining
  }
}
