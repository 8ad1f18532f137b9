/// STUN as it was first, without a magic cookie.
package enum ClassicSTUN: DatagramRecognizing {
  package static let id = ProtocolID.classicstun
  package static let reference = "RFC 3489"

  /// A known type and exactly its length (section 11.1).
  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard let type: UInt16 = reader.peek(), types.contains(type),
      let length: UInt16 = reader.peek(at: 2), Int(length) + 20 == reader.remaining
    else { return false }
    return reader.peek(at: 4, as: UInt32.self) != STUN.cookie
  }

  /// Binding and shared secret, and those of the drafts that became TURN.
  private static let types: Set<UInt16> = [
    0x0001, 0x0101, 0x0111, 0x0002, 0x0102, 0x0112, 0x0003, 0x0103, 0x0113, 0x0004, 0x0104, 0x0114,
    0x0115, 0x0006, 0x0106, 0x0116,
  ]
}
