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
    type >= EtherType.leastType
      ? layer(etherType: type) : try layer(length: type, &reader)
  }

  private mutating func layer(
    length: UInt16, _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    guard length <= EtherType.largestLength else { return stopAtUnknown(.etherType, length) }
    if path.last == .eth {
      // Of an 802.3 frame 0 is no length.
      if length == 0 { return stopAtUnknown(.etherType, length) }
      if ISL.recognizes(destinationMAC) { return try decodeISL(&reader) }
    }
    reader.limit(to: Int(length))
    wireEnd = min(wireEnd, reader.offset + Int(length))
    // Novell's "raw 802.3" puts IPX, which begins with an unused checksum, straight after the length.
    return reader.peek(as: UInt16.self) == 0xFFFF ? .ipx : .llc
  }

  /// Ethernet in IP (RFC 3378): two bytes of version, then a frame.
  mutating func decodeEtherIP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(2)
    return .eth
  }

  func readMAC(_ reader: inout ByteReader) throws(DecodeError) -> MACAddress {
    let high: UInt16 = try reader.read()
    let low: UInt32 = try reader.read()
    return MACAddress(rawValue: UInt64(high) << 32 | UInt64(low))
  }
}
