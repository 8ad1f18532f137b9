extension DecodedPacket {
  /// Frame Relay: a Q.922 address, then an NLPID (RFC 2427), Cisco's type, or a frame at once.
  mutating func decodeFrameRelay(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let connection = try readConnection(&reader)
    guard let first: UInt16 = reader.peek() else { return .none }
    if first >> 8 == 0x03 {
      try reader.skip(1)
      return try decodeNLPID(&reader)
    }
    // Signalling (Q.922).
    guard connection != 0 else { return .none }
    // A numbered information frame, as ISO's protocols use it, has two bytes of control.
    if first & 0x0100 == 0, reader.peek(at: 2, as: UInt8.self).map(Self.isOSI) ?? false {
      try reader.skip(2)
      return try decodeNLPID(&reader)
    }
    if !CiscoHDLC.isKnown(first), mayBeEthernet(reader) { return .eth }
    try reader.skip(2)
    return try ciscoHDLCLayer(first, &reader)
  }

  /// A frame with a known type or with a length, which may be wrong.
  private func mayBeEthernet(_ reader: borrowing ByteReader) -> Bool {
    guard let type: UInt16 = reader.peek(at: 12) else { return false }
    return type <= EtherType.largestLength || EtherType.layer(type) != nil
  }

  /// The number of the connection in an address of usually two to four bytes, of which the last and no
  /// other is odd.
  private func readConnection(_ reader: inout ByteReader) throws(DecodeError) -> UInt32 {
    var byte: UInt8 = try reader.read()
    var connection = UInt32(byte >> 2)
    var length = 1
    while byte & 1 == 0 {
      byte = try reader.read()
      length += 1
      if length > 4 { continue }
      // In the end of a longer address a bit says that the rest of the byte is no number.
      if length > 2, byte & 3 == 3 { break }
      // The low bits of the second byte report congestion.
      let bits = length == 2 ? 4 : length == 3 && byte & 1 == 0 ? 7 : 6
      connection = connection << UInt32(bits) | UInt32(byte >> UInt8(8 - bits))
    }
    return connection
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
