extension DecodedPacket {
  /// IEEE 802.2 logical link control, and SNAP (RFC 1042) behind it.
  mutating func decodeLLC(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let destinationSAP: UInt8 = try reader.read()
    let sourceSAP: UInt8 = try reader.read()
    let control: UInt8 = try reader.read()
    // Information and supervisory frames have a second byte of control.
    if control & 0x03 != 0x03 { try reader.skip(1) }
    if destinationSAP == 0xAA, sourceSAP == 0xAA { return try decodeSNAP(&reader, padding: 2) }
    // Only unnumbered and numbered information holds a packet.
    guard control == 0x03 || control & 0x01 == 0 else { return .none }
    switch destinationSAP {
    case 0x06: return .ip
    case 0x42: return .stp
    case 0xE0, 0x10: return .ipx
    case 0xF0: return .netbios
    case 0x82: return .bacnet
    case 0x04, 0x08, 0x0C, 0x40, 0xC8: return .sna
    case 0x14, 0x20, 0x34, 0x54, 0xFE: return .osi
    default: return stopAtUnknown(.llcSAP, destinationSAP)
    }
  }

  /// SNAP; bridged frames come behind `padding` bytes (RFC 2684 section 5.2, none in RFC 2427).
  mutating func decodeSNAP(
    _ reader: inout ByteReader, padding: Int
  ) throws(DecodeError) -> ProtocolID {
    let high: UInt8 = try reader.read()
    let low: UInt16 = try reader.read()
    let identifier: UInt16 = try reader.read()
    switch UInt32(high) << 16 | UInt32(low) {
    case 0x000000, 0x0000F8:  // EtherTypes, also bridge-tunnelled (RFC 1042, 802.1H)
      return layer(etherType: identifier)
    case 0x00000C: return ciscoLayer(identifier)
    case 0x00005E where identifier == 3: return .nhrp
    case 0x080007 where identifier == 0x809B: return .ddp
    case 0x0080C2: return try bridgedLayer(identifier, &reader, padding: padding)
    default: return stopAtUnknown(.snap, identifier)
    }
  }

  private mutating func bridgedLayer(
    _ identifier: UInt16, _ reader: inout ByteReader, padding: Int
  ) throws(DecodeError) -> ProtocolID {
    let layer: ProtocolID
    switch identifier {
    case 0x01, 0x07: layer = .eth
    case 0x03, 0x09: layer = .tr
    case 0x04, 0x0A: layer = .fddi
    case 0x0E: return .stp
    default: return stopAtUnknown(.snap, identifier)
    }
    try reader.skip(padding)
    return layer
  }

  private mutating func ciscoLayer(_ identifier: UInt16) -> ProtocolID {
    switch identifier {
    case 0x2000: .cdp
    case 0x2003: .vtp
    case 0x2004: .dtp
    case 0x0108, 0x0109, 0x010B, 0x010C: .stp
    case 0x0104: .pagp
    case 0x0111: .udld
    default: stopAtUnknown(.snap, identifier)
    }
  }

  /// ISO network-layer protocols, told by their first byte (ISO/IEC TR 9577).
  ///
  /// It is part of ISO's own, and only in front of others.
  mutating func decodeOSI(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    switch reader.peek(as: UInt8.self) {
    case 0x00, 0x81: return .clnp
    case 0x82: return .esis
    case 0x83: return .isis
    case 0x8E: return try skipIdentifier(&reader, .ipv6)
    case 0xCC: return try skipIdentifier(&reader, .ip)
    case 0xCF: return try skipIdentifier(&reader, .ppp)
    default: return .none
    }
  }

  private func skipIdentifier(
    _ reader: inout ByteReader, _ layer: ProtocolID
  ) throws(DecodeError) -> ProtocolID {
    try reader.skip(1)
    return layer
  }
}
