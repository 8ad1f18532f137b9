extension DecodedPacket {
  /// BSD loopback (LINKTYPE_NULL, LINKTYPE_LOOP): an address family in somebody's byte order.
  mutating func decodeNull(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    if reader.peek(as: UInt16.self) == 0xFF03 { return .ppp }
    let stated: UInt32 = try reader.read()
    // Some writers put an EtherType into the second half, and flags before it.
    let low = UInt16(truncatingIfNeeded: stated)
    if stated > 0xFFFF, low >= EtherType.leastType, EtherType.layer(low) != nil {
      return layer(etherType: low)
    }
    // Families are small numbers: whichever order makes it one is the writer's.
    let family = stated > 0xFFFF ? stated.byteSwapped : stated
    if family <= 0xFFFF, family >= 0x600 { return layer(etherType: UInt16(family)) }
    return layer(family: family)
  }

  /// What BSD's number of an address family stands for (`AF_` in sys/socket.h).
  private mutating func layer(family: UInt32) -> ProtocolID {
    switch family {
    case 2: .ip
    case 10, 24, 28, 30: .ipv6  // Linux, NetBSD and OpenBSD, FreeBSD, Darwin
    case 7: .osi
    case 16: .ddp
    case 23: .ipx
    default: stopAtUnknown(.addressFamily, family)
    }
  }

  /// OpenBSD's packet filter log; the length of the header counts what is padding, too, but not here.
  mutating func decodePFLog(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let length: UInt8 = try reader.read()
    let family: UInt8 = try reader.read()
    try reader.skip(max(0, (Int(length) + 3) & ~3 - 2))
    return layer(family: UInt32(family))
  }

  /// OpenBSD's IPsec device: a family in the machine's byte order, index and flags.
  mutating func decodeEnc(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let stated: UInt32 = try reader.read()
    try reader.skip(8)
    return layer(family: stated > 0xFFFF ? stated.byteSwapped : stated)
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
