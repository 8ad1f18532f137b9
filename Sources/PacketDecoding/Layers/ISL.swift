/// Cisco's inter-switch link: 26 bytes in front of a frame, which begin like 802.3 to a group address.
enum ISL {
  /// 01-00-0C-00-00 or 0C-00-0C-00-00, and four bits each of type and user.
  static func recognizes(_ destination: MACAddress) -> Bool {
    let prefix = destination.rawValue >> 8
    return prefix == 0x01_000C_0000 || prefix == 0x0C_000C_0000
  }
}

extension DecodedPacket {
  /// What follows the 14 bytes that ISL shares with 802.3.
  mutating func decodeISL(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    // The last four bits of the destination are the user's, the four before them the type.
    let type = destinationMAC.rawValue >> 4 & 0x0F
    path.append(.isl)
    try reader.skip(6)
    let vlanAndBPDU: UInt16 = try reader.read()
    if vlan == nil { vlan = vlanAndBPDU >> 1 & 0x0FFF }
    try reader.skip(4)
    return type == 0 ? .eth : type == 1 ? .tr : .none
  }
}
