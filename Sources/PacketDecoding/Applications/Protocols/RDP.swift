/// The X.224 request or confirmation that opens RDP (MS-RDPBCGR section 2.2.1).
package enum RDP: ApplicationProtocol {
  package static let id = ProtocolID.rdp
  package static let reference = "MS-RDPBCGR"
  package static let tcpPorts: [UInt16] = [3389]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    // TPKT: version 3, then the length of all (RFC 1006 section 6).
    guard reader.peek() == UInt16(0x0300), let length: UInt16 = reader.peek(at: 2), length >= 11,
      let indicator: UInt8 = reader.peek(at: 4), Int(indicator) + 5 == Int(length),
      let code: UInt8 = reader.peek(at: 5), code == 0xE0 || code == 0xD0
    else { return false }
    var user = reader
    user.advance(11)
    if user.starts(with: "Cookie: mst") { return true }
    // The negotiation request or response fills the rest: its type, and eight as its length.
    guard let type: UInt8 = user.peek(), let size: UInt16 = user.peek(at: 2) else { return false }
    return (1...3).contains(type) && size == 0x0800
  }
}
