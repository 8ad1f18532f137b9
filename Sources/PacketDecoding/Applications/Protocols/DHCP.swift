/// A DHCP message by its magic cookie (RFC 2131 section 3).
package enum DHCP: ApplicationProtocol {
  package static let id = ProtocolID.dhcp
  package static let reference = "RFC 2131"
  package static let udpPorts: [UInt16] = [67, 68]

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard let operation: UInt8 = reader.peek(), let cookie: UInt32 = reader.peek(at: 236) else {
      return false
    }
    return (1...2).contains(operation) && cookie == 0x6382_5363
  }
}
