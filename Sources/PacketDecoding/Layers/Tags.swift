/// Tags between an Ethernet header and what it carries.
extension DecodedPacket {
  /// A VLAN tag (IEEE 802.1Q).
  @inline(__always)
  mutating func decodeVLAN(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let control: UInt16 = try reader.read()
    if vlan == nil { vlan = control & 0x0FFF }
    return try layer(typeOrLength: try reader.read(), &reader)
  }

  /// The outer tag of a provider (IEEE 802.1ad), behind which there is always a type.
  mutating func decodeServiceTag(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let control: UInt16 = try reader.read()
    if vlan == nil { vlan = control & 0x0FFF }
    return layer(etherType: try reader.read())
  }

  /// A tag of `length` bytes without meaning here, and a type: VN-Tag (4), E-Tag (IEEE 802.1BR, 6),
  /// HSR (IEC 62439-3, 4) and R-Tag (IEEE 802.1CB, 4).
  mutating func decodeTag(
    _ length: Int, _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    try reader.skip(length)
    return layer(etherType: try reader.read())
  }

  /// A backbone service tag (IEEE 802.1ah), which holds the customer's frame.
  mutating func decodeBackboneTag(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(4)
    destinationMAC = try readMAC(&reader)
    sourceMAC = try readMAC(&reader)
    return layer(etherType: try reader.read())
  }

  /// TRILL (RFC 6325 section 3): six bytes and options of four bytes, then a frame.
  mutating func decodeTRILL(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let flags: UInt16 = try reader.read()
    try reader.skip(4 + Int(flags >> 6 & 0x1F) * 4)
    return .eth
  }

  /// B.A.T.M.A.N. Advanced, version 15: unicast and broadcast packets hold a frame.
  mutating func decodeBATMAN(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let type: UInt8 = try reader.read()
    let version: UInt8 = try reader.read()
    guard version == 15 else { return .none }
    switch type {
    case 0x01: try reader.skip(12)
    case 0x40: try reader.skip(8)
    case 0x42: try reader.skip(16)
    default: return .none
    }
    return .eth
  }
}
