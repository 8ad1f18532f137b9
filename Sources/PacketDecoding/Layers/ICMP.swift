extension DecodedPacket {
  /// ICMP (RFC 792); a datagram quoted in an error is not part of the packet.
  mutating func decodeICMP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try readICMP(.icmp, isEcho: { $0 == 0 || $0 == 8 }, &reader)
    if [3, 4, 5, 11, 12].contains(icmpType) { decodeQuote(reader) }
    return .none
  }

  /// ICMPv6 (RFC 4443).
  mutating func decodeICMPv6(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try readICMP(.icmpv6, isEcho: { $0 == 128 || $0 == 129 }, &reader)
    if (1...4).contains(icmpType) { decodeQuote(reader) }
    return .none
  }

  private mutating func readICMP(
    _ layer: ProtocolID, isEcho: (UInt8) -> Bool, _ reader: inout ByteReader
  ) throws(DecodeError) {
    icmpType = try reader.read()
    icmpCode = try reader.read()
    try reader.skip(2)
    transport = layer
    icmpMTU = 0
    guard let word: UInt32 = reader.peek() else { return }
    if isEcho(icmpType) { icmpEcho = word }
    // RFC 1191 section 4, of old 0; RFC 4443 section 3.2.
    if saysTooBig { icmpMTU = layer == .icmp ? word & 0xFFFF : word }
  }

  /// True for an ICMP error that says a datagram was too big to be passed on.
  package var saysTooBig: Bool {
    transport == .icmp ? icmpType == 3 && icmpCode == 4 : transport == .icmpv6 && icmpType == 2
  }

  /// Notes the layers of the datagram that an error quotes behind four bytes of its own.
  private mutating func decodeQuote(_ reader: ByteReader) {
    guard let version: UInt8 = reader.peek(at: 4), version >> 4 == 4 || version >> 4 == 6 else {
      return
    }
    quote(reader, from: 4, linkType: version >> 4 == 4 ? 228 : 229)
  }

  /// IGMP, all versions (RFC 1112, 2236, 9776): the type is kept. Two routing protocols of old are
  /// types of it.
  mutating func decodeIGMP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let start = reader.offset
    icmpType = try reader.read()
    transport = .igmp
    switch icmpType {
    case 0x13: return .dvmrp
    case 0x14:
      try reader.seek(to: start)
      return .pim
    default: return .none
    }
  }
}
