extension DecodedPacket {
  /// Linux cooked captures, version 1 and 2 (LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2).
  mutating func decodeLinuxCooked(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    var type: UInt16 = 0
    var hardware: UInt16 = 0
    if traits.contains(.secondCooked) {
      type = try reader.read()
      try reader.skip(6)
      hardware = try reader.read()
      try reader.skip(1)
      let length: UInt8 = try reader.read()
      try readAddress(&reader, length: length)
    } else {
      try reader.skip(2)
      hardware = try reader.read()
      let length: UInt16 = try reader.read()
      try readAddress(&reader, length: UInt8(truncatingIfNeeded: min(length, 8)))
      type = try reader.read()
    }
    return cookedLayer(type, hardware: hardware)
  }

  /// What follows, by the protocol (`ETH_P_`) unless the kind of device (`ARPHRD_`) says it.
  private mutating func cookedLayer(_ type: UInt16, hardware: UInt16) -> ProtocolID {
    switch hardware {
    case 770: return .fr
    case 778: return greLayer(type)
    case 803: return .radiotap
    case 824: return .netlink
    default: break
    }
    switch type {
    case 0x0001: return .ipx  // ETH_P_802_3: Novell raw
    case 0x0003: return .eth  // ETH_P_ALL
    case 0x0004: return .llc  // ETH_P_802_2
    case 0x0007: return .ppp  // ETH_P_WAN_PPP
    case 0x000C, 0x000D: return .can
    case 0x00F6: return .wpan
    default: return layer(etherType: type)
    }
  }

  private mutating func readAddress(
    _ reader: inout ByteReader, length: UInt8
  ) throws(DecodeError) {
    let address: UInt64 = try reader.read()
    if length == 6 {
      sourceMAC = MACAddress(rawValue: address >> 16)
      hasMAC = true
    }
  }
}
