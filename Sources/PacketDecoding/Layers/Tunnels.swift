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
    case 0x88BE where flags & 0x1000 == 0: return .eth  // ERSPAN type I has no header
    case 0x6559: return .fr
    case 0x883E: return try skipWCCPRedirect(&reader)
    case 0x00FE: return .osi
    default: return EtherType.layer(type) ?? stopAtUnknown(.greProtocol, type)
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
    return .eth
  }

  /// The IP authentication header (RFC 4302).
  mutating func decodeAH(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let nextHeader: UInt8 = try reader.read()
    let length: UInt8 = try reader.read()
    // The length counts 32-bit words, less two.
    try reader.skip(Int(length) * 4 + 6)
    return layer(ipProtocol: nextHeader)
  }

  /// VXLAN (RFC 7348).
  mutating func decodeVXLAN(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(8)
    return .eth
  }

  /// GENEVE (RFC 8926).
  mutating func decodeGENEVE(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let versionAndLength: UInt8 = try reader.read()
    try reader.skip(1)
    let type: UInt16 = try reader.read()
    try reader.skip(4 + Int(versionAndLength & 0x3F) * 4)
    return layer(etherType: type)
  }

  /// GTP version 1, user plane (3GPP TS 29.281): G-PDUs hold an IP packet.
  mutating func decodeGTP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let flags: UInt8 = try reader.read()
    let message: UInt8 = try reader.read()
    try reader.skip(6)
    if flags & 0x07 != 0 {
      try reader.skip(3)
      var next: UInt8 = try reader.read()
      while flags & 0x04 != 0, next != 0 {
        let length: UInt8 = try reader.read()
        guard length > 0 else { return .none }
        try reader.skip(Int(length) * 4 - 2)
        next = try reader.read()
      }
    }
    guard message == 255, let first: UInt8 = reader.peek() else { return .none }
    return first >> 4 == 4 ? .ip : first >> 4 == 6 ? .ipv6 : .none
  }
}
