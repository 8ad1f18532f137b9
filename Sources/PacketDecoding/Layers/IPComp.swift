extension DecodedPacket {
  /// IP payload compression (RFC 3173 section 3.3); what it holds is decoded where it is inflated.
  mutating func decodeIPComp(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let nextHeader: UInt8 = try reader.read()
    try reader.skip(3)
    // In the first part of a datagram there is only the beginning of it.
    guard !isFragment else { return .none }
    isFragment = true
    fragmentInfo = FragmentInfo(
      identification: 0, offset: 0, length: max(0, wireEnd - reader.offset), moreFragments: false,
      start: reader.offset, isWhole: reader.end >= wireEnd, source: source,
      destination: destination, ipVersion: ipVersion, ipProtocol: nextHeader, path: path,
      isCompressed: true)
    return .none
  }
}
