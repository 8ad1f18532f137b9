/// An IPv4 header (RFC 791).
package struct IPv4Header: Sendable {
  package static let leastByteCount = 20

  package var byteCount: Int
  package var totalLength: UInt16
  package var identification: UInt16
  package var flagsAndOffset: UInt16
  package var timeToLive: UInt8
  package var protocolNumber: UInt8
  package var source: IPAddress
  package var destination: IPAddress

  package var moreFragments: Bool { flagsAndOffset & 0x2000 != 0 }
  /// In bytes.
  package var fragmentOffset: Int { Int(flagsAndOffset & 0x1FFF) * 8 }

  @inline(__always)
  package init(parsing reader: inout ByteReader) throws(DecodeError) {
    let start = reader.offset
    let versionAndLength: UInt8 = try reader.read()
    guard versionAndLength >> 4 == 4 else {
      throw .invalid(.ipVersion, value: Int(versionAndLength >> 4), at: start)
    }
    byteCount = Int(versionAndLength & 0x0F) * 4
    guard byteCount >= Self.leastByteCount else {
      throw .invalid(.ipv4HeaderLength, value: byteCount, at: start)
    }
    try reader.skip(1)
    totalLength = try reader.read()
    identification = try reader.read()
    flagsAndOffset = try reader.read()
    timeToLive = try reader.read()
    protocolNumber = try reader.read()
    try reader.skip(2)
    source = IPAddress(v4: try reader.read())
    destination = IPAddress(v4: try reader.read())
  }

  /// Segmentation offload leaves 0 in packets captured on the sender (as Wireshark has it).
  @inline(__always)
  fileprivate var hasValidLength: Bool { totalLength == 0 || Int(totalLength) >= byteCount }
}

extension DecodedPacket {
  @inline(__always)
  mutating func decodeIPv4(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    if reader.peek(as: UInt8.self).map({ $0 >> 4 }) == 6 { return try becomeIPv6(&reader) }
    let start = reader.offset
    let header = try IPv4Header(parsing: &reader)
    ipVersion = 4
    networkStart = start
    source = header.source
    destination = header.destination
    timeToLive = header.timeToLive
    identification = header.identification
    ipProtocol = header.protocolNumber
    guard header.hasValidLength else {
      throw .invalid(.ipv4TotalLength, value: Int(header.totalLength), at: start + 2)
    }
    let statedEnd = start + Int(header.totalLength)
    if header.totalLength > 0 { wireEnd = min(wireEnd, statedEnd) }
    let payloadStart = start + header.byteCount
    try reader.skip(header.byteCount - IPv4Header.leastByteCount)
    reader.limit(to: max(0, wireEnd - payloadStart))
    if header.flagsAndOffset & 0x3FFF != 0 {
      return noteFragment(
        reader, end: statedEnd, identification: UInt32(header.identification),
        offset: header.fragmentOffset, moreFragments: header.moreFragments)
    }
    return layer(ipProtocol: header.protocolNumber)
  }

  /// Wireshark, too, goes by the version when EtherType and version differ.
  private mutating func becomeIPv6(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    path.append(.ipv6)
    return try decodeIPv6(&reader)
  }
}
