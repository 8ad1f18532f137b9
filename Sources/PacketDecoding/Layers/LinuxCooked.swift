extension DecodedPacket {
  /// Linux cooked captures, version 1 and 2 (LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2).
  mutating func decodeLinuxCooked(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    var type: UInt16 = 0
    var hardware: UInt16 = 0
    if isSecondCookedVersion {
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
    if hardware == 824 { return .netlink }  // ARPHRD_NETLINK
    switch type {
    case 0x0001: return .ipx  // ETH_P_802_3: Novell raw
    case 0x0004: return .llc  // ETH_P_802_2
    case 0x000C, 0x000D: return .can
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
