/// WireGuard tunnels.
package enum WireGuard: ApplicationProtocol {
  package static let id = ProtocolID.wg
  package static let reference = "the WireGuard whitepaper"
  package static let udpPorts: [UInt16] = [51820]

  /// A type, three bytes of zero, and the length that goes with the type.
  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard let type: UInt32 = reader.peek(), type & 0x00FF_FFFF == 0 else { return false }
    switch type >> 24 {
    case 1: return reader.remaining == 148
    case 2: return reader.remaining == 92
    case 3: return reader.remaining == 64
    case 4: return reader.remaining >= 32 && reader.remaining % 16 == 0
    default: return false
    }
  }
}
