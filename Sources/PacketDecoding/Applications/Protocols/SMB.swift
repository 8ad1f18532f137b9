/// An SMB message of version 1 to 3 behind its NetBIOS session header (MS-SMB2 section 2.1).
package enum SMB: ApplicationProtocol {
  package static let id = ProtocolID.nbss
  package static let reference = "RFC 1002"
  package static let tcpPorts: [UInt16] = [139, 445]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.peek() == UInt8(0), let word: UInt32 = reader.peek(at: 4) else { return false }
    // Plain SMB 1 and 2, encrypted and compressed SMB 3.
    return [0xFF53_4D42, 0xFE53_4D42, 0xFD53_4D42, 0xFC53_4D42].contains(word)
  }
}
