/// Headers that capture systems put in front of frames (tcpdump.org/linktypes.html).
extension DecodedPacket {
  /// IP over InfiniBand: a global routing header, then the encapsulation of RFC 4391.
  mutating func decodeIPoIB(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(40)
    let type: UInt16 = try reader.read()
    try reader.skip(2)
    return layer(etherType: type)
  }

  /// Solaris' ipnet devices.
  mutating func decodeIPNet(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(1)
    let family: UInt8 = try reader.read()
    try reader.skip(22)
    switch family {
    case 2: return .ip
    case 26: return .ipv6
    default: return stopAtUnknown(.addressFamily, family)
    }
  }

  /// Linux netfilter's log: records of type, length and value in the machine's byte order.
  mutating func decodeNFLOG(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let family: UInt8 = try reader.read()
    try reader.skip(3)
    while reader.remaining >= 4 {
      let length: UInt16 = try reader.readLittleEndian()
      let type: UInt16 = try reader.readLittleEndian()
      guard length >= 4 else { return .none }
      if type & 0x7FFF == 9 {  // NFULA_PAYLOAD
        reader.limit(to: Int(length) - 4)
        return family == 2 ? .ip : family == 10 ? .ipv6 : .none
      }
      try reader.skip(min(reader.remaining, ((Int(length) + 3) & ~3) - 4))
    }
    return .none
  }

  /// Apple's packet tap: the header says which link type follows.
  mutating func decodePKTAP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let length: UInt32 = try reader.readLittleEndian()
    try reader.skip(4)
    let linkType: UInt32 = try reader.readLittleEndian()
    guard length >= 12, linkType != 258, linkType <= UInt16.max else { return .none }
    try reader.skip(Int(length) - 12)
    return firstLayer(UInt16(linkType))
  }

  /// Juniper's captures of known link layers: a magic, flags, and perhaps extensions.
  mutating func juniperLayer(_ linkType: UInt16) -> ProtocolID {
    juniperLinkType = linkType
    return .juniper
  }

  mutating func decodeJuniper(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(3)
    let flags: UInt8 = try reader.read()
    if flags & 0x80 != 0 {
      let length: UInt16 = try reader.read()
      try reader.skip(Int(length))
    }
    // Without a layer-2 header there are four bytes, and then a payload that nothing names.
    guard flags & 0x02 == 0 else { return .none }
    switch juniperLinkType {
    case 179: return .ppp
    case 180: return .fr
    case 181: return .chdlc
    default: return .eth
    }
  }
}
