extension DecodedPacket {
  /// ARCnet as BSD and as Linux capture it (LINKTYPE_ARCNET_BSD, LINKTYPE_ARCNET_LINUX).
  mutating func decodeARCnet(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(traits.contains(.linuxARCnet) ? 4 : 2)
    let type: UInt8 = try reader.read()
    switch type {
    case 0xF0: return .ip  // RFC 1051
    case 0xF1: return .arp
    case 0xCD: return .llc  // BACnet
    case 0xD4, 0xD5, 0xD6, 0xC4, 0xDD, 0xFA, 0xEC: break  // RFC 1201, with a fragmentation header
    default: return stopAtUnknown(.arcnetProtocol, type)
    }
    let split: UInt8 = try reader.read()
    // An exception packet says so with 255 and is followed by the header once more.
    try reader.skip(split == 0xFF ? 6 : 2)
    switch type {
    case 0xD4: return .ip
    case 0xC4: return .ipv6
    case 0xDD: return .ddp
    case 0xFA, 0xEC: return .ipx
    default: return .arp
    }
  }
}
