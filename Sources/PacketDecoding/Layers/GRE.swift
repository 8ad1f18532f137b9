extension DecodedPacket {
  /// Generic routing encapsulation (RFC 2784, keys of RFC 2890, version 1 of RFC 2637).
  mutating func decodeGRE(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let flags: UInt16 = try reader.read()
    let type: UInt16 = try reader.read()
    let version = flags & 7
    // A checksum or routing bit adds the field of both.
    if flags & 0xC000 != 0 { try reader.skip(4) }
    if flags & 0x2000 != 0 { try reader.skip(4) }
    if flags & 0x1000 != 0 { try reader.skip(4) }
    if version == 1, flags & 0x0080 != 0 { try reader.skip(4) }
    if flags & 0x4000 != 0 { try skipSourceRoutes(&reader) }
    // A PPTP acknowledgment has no payload.
    if version == 1, flags & 0x1000 == 0 { return .none }
    switch type {
    case 0x88BE where flags & 0x1000 == 0:  // ERSPAN type I has no header
      path.append(.erspan)
      return .eth
    case 0x883E: return try skipWCCPRedirect(&reader)
    default: return greLayer(type)
    }
  }

  /// What the protocol type of GRE names, which is an EtherType for some (RFC 2784 section 2.4).
  mutating func greLayer(_ type: UInt16) -> ProtocolID {
    switch type {
    case 0x0800, 0x86DD, 0x0806, 0x8137, 0x6558, 0x8847, 0x8848, 0x8909, 0x894F:
      return layer(etherType: type)
    case 0x6559: return .fr
    case 0x880B: return .ppp
    case 0x00FE: return .osi
    case 0x88BE, 0x22EB: return .erspan
    case 0x2000: return .cdp
    case 0x2001: return .nhrp
    case 0x6400: return .eth
    case 0x8200...0x8370 where type & 0x0F == 0: return .wlan  // Aruba's access points
    default: return stopAtUnknown(.greProtocol, type)
    }
  }

  private func skipSourceRoutes(_ reader: inout ByteReader) throws(DecodeError) {
    while true {
      let family: UInt16 = try reader.read()
      try reader.skip(1)
      let length: UInt8 = try reader.read()
      try reader.skip(Int(length))
      if family == 0 && length == 0 { return }
    }
  }

  /// ERSPAN type II and III (draft-foschiano-erspan).
  mutating func decodeERSPAN(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let version = try reader.read(as: UInt16.self) >> 12
    try reader.skip(6)
    guard version == 2 else { return version == 1 ? .eth : .none }
    let trailer: UInt32 = try reader.read()
    // The last bit says that a platform-specific subheader follows.
    if trailer & 1 != 0 { try reader.skip(8) }
    switch trailer >> 10 & 0x1F {
    case 0: return .eth
    case 2: return .ip
    default: return .none
    }
  }

  /// The next hop resolution protocol (RFC 2332): what it indicates or complains of is a quote.
  mutating func decodeNHRP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(2)
    let type: UInt16 = try reader.read()
    try reader.skip(13)
    let operation: UInt8 = try reader.read()
    let hardware = Int(try reader.read(as: UInt8.self) & 0x3F)
    let subaddress = Int(try reader.read(as: UInt8.self) & 0x3F)
    guard operation == 8, type == 0x0800 else { return .none }
    let source: UInt8 = try reader.read()
    let destination: UInt8 = try reader.read()
    try reader.skip(6 + hardware + subaddress + Int(source) + Int(destination))
    quote(reader, linkType: 228)
    return .none
  }
}
