extension DecodedPacket {
  /// The point-to-point protocol (RFC 1661), with or without HDLC-like framing (RFC 1662).
  mutating func decodePPP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    if reader.peek(as: UInt8.self) == 0xFF {
      try reader.skip(2)
    } else if path.count == 1, let address: UInt8 = reader.peek(),
      address == 0x0F || address == 0x8F
    {
      // LINKTYPE_PPP_HDLC holds Cisco HDLC as well, told by its address byte.
      path = ProtocolPath()
      return .chdlc
    }
    var number = UInt16(try reader.read(as: UInt8.self))
    // RFC 1661 section 2: the last byte of the field, and no other, is odd.
    if number & 1 == 0 { number = number << 8 | UInt16(try reader.read(as: UInt8.self)) }
    return try pppLayer(number, &reader)
  }

  private mutating func pppLayer(
    _ number: UInt16, _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    switch number {
    case 0x0021, 0x0800: return .ip
    case 0x0057, 0x86DD: return .ipv6
    case 0x0023: return .osi
    case 0x0027: return .decDNA
    case 0x0029: return .ddp
    case 0x002B: return .ipx
    case 0x0031: return try decodeBridgedPPP(&reader)
    case 0x003D: return .mp
    case 0x004B: return .llc
    case 0x004D: return .sna
    case 0x0207: return .cdp
    case 0x0281, 0x0283: return .mpls
    case 0x8021: return .ipcp
    case 0x8057: return .ipv6cp
    case 0x80FD: return .ccp
    case 0xC021: return .lcp
    case 0xC023: return .pap
    case 0xC223: return .chap
    case 0xC227: return .eap
    default: return stopAtUnknown(.pppProtocol, number)
    }
  }

  /// A part of a packet (RFC 1990, long sequence numbers); one that is all of it is read on.
  mutating func decodeMultilink(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let flags = try reader.read(as: UInt32.self) >> 30
    return flags == 3 ? .ppp : .none
  }

  /// Bridged frames (RFC 3518 section 4.1): flags, a type, perhaps the number of a LAN.
  private mutating func decodeBridgedPPP(
    _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    let flags: UInt8 = try reader.read()
    let type: UInt8 = try reader.read()
    if flags & 0x40 != 0 { try reader.skip(4) }
    if flags & 0x10 != 0 { return .stp }
    return type == 1 ? .eth : .none
  }

  /// A PPPoE session (RFC 2516 section 4).
  mutating func decodePPPoESession(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(4)
    let length: UInt16 = try reader.read()
    wireEnd = min(wireEnd, reader.offset + Int(length))
    reader.limit(to: Int(length))
    return .ppp
  }
}
