extension DecodedPacket {
  /// ICMP (RFC 792); datagrams quoted in errors are not decoded.
  mutating func decodeICMP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try readICMP(.icmp, isEcho: [0, 8], &reader)
  }

  /// ICMPv6 (RFC 4443).
  mutating func decodeICMPv6(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try readICMP(.icmpv6, isEcho: [128, 129], &reader)
  }

  private mutating func readICMP(
    _ layer: ProtocolID, isEcho echoTypes: [UInt8], _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    icmpType = try reader.read()
    icmpCode = try reader.read()
    try reader.skip(2)
    transport = layer
    if echoTypes.contains(icmpType), let echo: UInt32 = reader.peek() { icmpEcho = echo }
    return .none
  }

  /// IGMP, all versions (RFC 1112, 2236, 9776): the type is kept.
  mutating func decodeIGMP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    icmpType = try reader.read()
    transport = .igmp
    return .none
  }
}
