extension DecodedPacket {
  /// IEEE 802.2 logical link control, and SNAP (RFC 1042) behind it.
  mutating func decodeLLC(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let destinationSAP: UInt8 = try reader.read()
    let sourceSAP: UInt8 = try reader.read()
    let control: UInt8 = try reader.read()
    // Information and supervisory frames have a second byte of control.
    if control & 0x03 != 0x03 { try reader.skip(1) }
    if destinationSAP == 0xAA, sourceSAP == 0xAA, control == 0x03 { return try decodeSNAP(&reader) }
    switch destinationSAP {
    case 0x06: return .ip
    case 0x42: return .stp
    case 0xE0, 0x10: return .ipx
    case 0xF0: return .nbf
    case 0xFE: return .osi
    default: return stopAtUnknown(.llcSAP, destinationSAP)
    }
  }

  mutating func decodeSNAP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let high: UInt8 = try reader.read()
    let low: UInt16 = try reader.read()
    let organization = UInt32(high) << 16 | UInt32(low)
    let identifier: UInt16 = try reader.read()
    switch organization {
    case 0x000000, 0x0000F8:  // EtherTypes, also bridge-tunnelled (RFC 1042, 802.1H)
      return layer(etherType: identifier)
    case 0x00000C: return ciscoLayer(identifier)
    case 0x080007: return identifier == 0x809B ? .ddp : stopAtUnknown(.snap, identifier)
    case 0x0080C2:  // bridged frames (RFC 2684): 1 and 7 are Ethernet, with and without FCS
      if identifier == 1 || identifier == 7 { return .eth }
      return identifier == 0x0E ? .stp : stopAtUnknown(.snap, identifier)
    default: return stopAtUnknown(.snap, identifier)
    }
  }

  private mutating func ciscoLayer(_ identifier: UInt16) -> ProtocolID {
    switch identifier {
    case 0x2000: .cdp
    case 0x2003: .vtp
    case 0x2004: .dtp
    case 0x010B, 0x010C: .stp
    case 0x0104: .pagp
    case 0x0111: .udld
    default: stopAtUnknown(.snap, identifier)
    }
  }

  /// ISO network-layer protocols, told by their first byte (ISO/IEC TR 9577).
  mutating func decodeOSI(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    switch reader.peek(as: UInt8.self) {
    case 0x81: .clnp
    case 0x82: .esis
    case 0x83: .isis
    case 0xCC: .ip
    default: .none
    }
  }
}
