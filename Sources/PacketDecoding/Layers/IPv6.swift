extension DecodedPacket {
  /// An IPv6 header (RFC 8200 section 3).
  mutating func decodeIPv6(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let start = reader.offset
    let word: UInt32 = try reader.read()
    guard word >> 28 == 6 else {
      // Whatever it is, it is not IPv6 (so does Wireshark have it).
      path.removeLast()
      throw .invalid(.ipVersion, value: Int(word >> 28), at: start)
    }
    let payloadLength: UInt16 = try reader.read()
    let nextHeader: UInt8 = try reader.read()
    timeToLive = try reader.read()
    source = IPAddress(high: try reader.read(), low: try reader.read())
    destination = IPAddress(high: try reader.read(), low: try reader.read())
    ipVersion = 6
    networkStart = start
    identification = 0
    ipProtocol = nextHeader
    // 0 is a jumbogram (RFC 2675) or segmentation offload: it lasts to the end of the frame.
    if payloadLength > 0 {
      wireEnd = min(wireEnd, start + 40 + Int(payloadLength))
      reader.limit(to: max(0, wireEnd - reader.offset))
    } else if nextHeader == 0 {
      traits.insert(.jumbogram)
    }
    return layer(ipProtocol: nextHeader)
  }

  /// Hop-by-hop and destination options, routing, mobility, HIP and Shim6: next header, length.
  mutating func decodeIPv6Options(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let nextHeader: UInt8 = try reader.read()
    let length: UInt8 = try reader.read()
    try reader.skip(6 + Int(length) * 8)
    return layer(ipProtocol: nextHeader)
  }

  /// The fragment header (RFC 8200 section 4.5).
  mutating func decodeIPv6Fragment(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let nextHeader: UInt8 = try reader.read()
    try reader.skip(1)
    let offsetAndFlags: UInt16 = try reader.read()
    let identification: UInt32 = try reader.read()
    ipProtocol = nextHeader
    // An "atomic" fragment (RFC 6946) is a whole datagram.
    guard offsetAndFlags & 0xFFF9 != 0 else { return layer(ipProtocol: nextHeader) }
    return noteFragment(
      reader, end: wireEnd, identification: identification,
      offset: Int(offsetAndFlags & 0xFFF8), moreFragments: offsetAndFlags & 1 != 0)
  }
}
