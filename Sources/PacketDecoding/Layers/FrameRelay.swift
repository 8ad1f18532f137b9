extension DecodedPacket {
  /// Frame Relay: a Q.922 address, then an NLPID (RFC 2427) or Cisco's EtherType.
  mutating func decodeFrameRelay(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    // The last byte of an address, and no other, is odd.
    var address: UInt8 = try reader.read()
    var length = 1
    while address & 1 == 0, length < 4 {
      address = try reader.read()
      length += 1
    }
    guard reader.peek(as: UInt8.self) == 0x03 else {
      return layer(etherType: try reader.read())
    }
    try reader.skip(1)
    var identifier: UInt8 = try reader.read()
    if identifier == 0 { identifier = try reader.read() }  // padding
    switch identifier {
    case 0xCC: return .ip
    case 0x8E: return .ipv6
    case 0x80: return try decodeSNAP(&reader)
    case 0x81: return .clnp
    case 0x82: return .esis
    case 0x83: return .isis
    case 0xCF: return .ppp
    default: return stopAtUnknown(.llcSAP, identifier)
    }
  }
}
