extension DecodedPacket {
  /// BSD loopback (LINKTYPE_NULL, LINKTYPE_LOOP): an address family in somebody's byte order.
  mutating func decodeNull(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let stated: UInt32 = try reader.read()
    // Some writers put an EtherType into the second half, and flags before it.
    let low = UInt16(truncatingIfNeeded: stated)
    if stated > 0xFFFF, low >= EtherType.leastType, EtherType.layer(low) != nil {
      return layer(etherType: low)
    }
    // Families are small numbers: whichever order makes it one is the writer's.
    let family = stated > 0xFFFF ? stated.byteSwapped : stated
    switch family {
    case 2: return .ip
    case 10, 24, 28, 30: return .ipv6  // Linux, NetBSD and OpenBSD, FreeBSD, Darwin
    case 7: return .osi
    case 23: return .ipx
    default:
      // Some writers put an EtherType here.
      if family <= 0xFFFF, family >= 0x600 { return layer(etherType: UInt16(family)) }
      return stopAtUnknown(.linkType, family)
    }
  }

  /// IP without a link layer (LINKTYPE_RAW): the version says which.
  mutating func decodeRawIP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    guard let first: UInt8 = reader.peek() else {
      throw .truncated(needed: 1, available: 0, at: reader.offset)
    }
    switch first >> 4 {
    case 4: return .ip
    case 6: return .ipv6
    default: throw .invalid(.ipVersion, value: Int(first >> 4), at: reader.offset)
    }
  }
}
