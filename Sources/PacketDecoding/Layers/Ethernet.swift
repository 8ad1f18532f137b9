extension DecodedPacket {
  /// Ethernet II and IEEE 802.3.
  @inline(__always)
  mutating func decodeEthernet(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let destinationHigh: UInt32 = try reader.read()
    let destinationLow: UInt16 = try reader.read()
    let sourceHigh: UInt16 = try reader.read()
    let sourceLow: UInt32 = try reader.read()
    destinationMAC = MACAddress(rawValue: UInt64(destinationHigh) << 16 | UInt64(destinationLow))
    sourceMAC = MACAddress(rawValue: UInt64(sourceHigh) << 32 | UInt64(sourceLow))
    hasMAC = true
    let type: UInt16 = try reader.read()
    return try layer(typeOrLength: type, &reader)
  }

  /// What follows a field that is an EtherType or, up to 1500, the length of an 802.2 frame.
  @inline(__always)
  mutating func layer(
    typeOrLength type: UInt16, _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    if type >= EtherType.leastType { return layer(etherType: type) }
    guard type <= EtherType.largestLength else { return stopAtUnknown(.etherType, type) }
    reader.limit(to: Int(type))
    wireEnd = min(wireEnd, reader.offset + Int(type))
    // Novell's "raw 802.3" puts IPX, which begins with an unused checksum, straight after the length.
    return reader.peek(as: UInt16.self) == 0xFFFF ? .ipx : .llc
  }

  /// A VLAN tag (IEEE 802.1Q), also the outer one of 802.1ad.
  @inline(__always)
  mutating func decodeVLAN(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let control: UInt16 = try reader.read()
    if vlan == nil { vlan = control & 0x0FFF }
    return try layer(typeOrLength: try reader.read(), &reader)
  }

  /// Ethernet in IP (RFC 3378): two bytes of version, then a frame.
  mutating func decodeEtherIP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(2)
    return .eth
  }
}
