extension DecodedPacket {
  /// The point-to-point protocol (RFC 1661), with or without HDLC-like framing (RFC 1662).
  mutating func decodePPP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    if reader.peek(as: UInt16.self) == 0xFF03 {
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
    return pppLayer(number)
  }

  private mutating func pppLayer(_ number: UInt16) -> ProtocolID {
    switch number {
    case 0x0021: .ip
    case 0x0057: .ipv6
    case 0x0023: .osi
    case 0x002B: .ipx
    case 0x003D: .mp
    case 0x0281, 0x0283: .mpls
    case 0x8021: .ipcp
    case 0x8057: .ipv6cp
    case 0x80FD: .ccp
    case 0xC021: .lcp
    case 0xC023: .pap
    case 0xC223: .chap
    case 0xC227: .eap
    default: stopAtUnknown(.pppProtocol, number)
    }
  }

  /// Cisco HDLC (RFC 1547 appendix): address, control, EtherType.
  mutating func decodeCiscoHDLC(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(2)
    let type: UInt16 = try reader.read()
    switch type {
    case 0x8035: return .slarp
    case 0x2000: return .cdp
    case 0xFEFE:  // ISO protocols, behind one byte of padding
      try reader.skip(1)
      return .osi
    default: return layer(etherType: type)
    }
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
