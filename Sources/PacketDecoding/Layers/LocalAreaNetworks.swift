/// Local networks that were there beside Ethernet.
extension DecodedPacket {
  /// IEEE 802.5, Token Ring: a frame with a routing field says so in its source address.
  mutating func decodeTokenRing(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(1)
    let control: UInt8 = try reader.read()
    try readAddresses(&reader)
    if sourceMAC.rawValue >> 47 & 1 == 1 {
      sourceMAC = MACAddress(rawValue: sourceMAC.rawValue & ~(1 << 47))
      let routing: UInt16 = try reader.read()
      try reader.skip(max(0, Int(routing >> 8 & 0x1F) - 2))
    }
    return control & 0xC0 == 0x40 ? .llc : .none
  }

  /// FDDI (ISO 9314-2).
  mutating func decodeFDDI(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let control: UInt8 = try reader.read()
    try readAddresses(&reader)
    return control & 0xF0 == 0x50 ? .llc : .none
  }

  /// IP over Fibre Channel (RFC 2625): two addresses of eight bytes, then LLC.
  mutating func decodeIPFibreChannel(
    _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    try reader.skip(16)
    return .llc
  }

  /// AAL5 without its pseudo-header: LLC, if it begins so (RFC 2684 section 5).
  func decodeATM(_ reader: ByteReader) -> ProtocolID {
    reader.peek(as: UInt32.self).map { $0 >> 8 == 0xAAAA03 || $0 >> 8 == 0xFEFE03 } ?? false
      ? .llc : .none
  }

  private mutating func readAddresses(_ reader: inout ByteReader) throws(DecodeError) {
    destinationMAC = try readMAC(&reader)
    sourceMAC = try readMAC(&reader)
    hasMAC = true
  }
}
