extension DecodedPacket {
  /// Frame Relay: a Q.922 address, then an NLPID (RFC 2427), Cisco's type, or a frame at once.
  mutating func decodeFrameRelay(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    // The last byte of an address, and no other, is odd.
    var address: UInt8 = try reader.read()
    var length = 1
    while address & 1 == 0, length < 4 {
      address = try reader.read()
      length += 1
    }
    let first: UInt16? = reader.peek()
    if let first, first >> 8 == 0x03 {
      try reader.skip(1)
      return try decodeNLPID(&reader)
    }
    // A numbered information frame, as ISO's protocols use it, has two bytes of control.
    if let first, first & 0x0100 == 0, reader.peek(at: 2, as: UInt8.self).map(Self.isOSI) ?? false {
      try reader.skip(2)
      return try decodeNLPID(&reader)
    }
    return try ciscoHDLCLayer(try reader.read(), &reader)
  }

  private static func isOSI(_ identifier: UInt8) -> Bool { (0x81...0x83).contains(identifier) }

  private mutating func decodeNLPID(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    if reader.peek(as: UInt8.self) == 0 { try reader.skip(1) }  // padding
    if reader.peek(as: UInt8.self).map(Self.isOSI) ?? false { return try decodeOSI(&reader) }
    let identifier: UInt8 = try reader.read()
    switch identifier {
    case 0xCC: return .ip
    case 0x8E: return .ipv6
    case 0xCF: return .ppp
    case 0x80: return try decodeSNAP(&reader, padding: 0)
    default: return stopAtUnknown(.nlpid, identifier)
    }
  }
}
