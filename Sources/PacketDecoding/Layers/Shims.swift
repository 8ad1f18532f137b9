/// Small headers between two well-known ones.
extension DecodedPacket {
  /// MACsec (IEEE 802.1AE): what is only protected, and not encrypted, is read on.
  mutating func decodeMACsec(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let control: UInt8 = try reader.read()
    let shortLength: UInt8 = try reader.read()
    try reader.skip(4)
    if control & 0x20 != 0 { try reader.skip(8) }
    guard control & 0x0C == 0 else { return .none }
    // A frame below 48 bytes says how much of it is data; the check value of 16 bytes ends it.
    let data = shortLength & 0x3F > 0 ? Int(shortLength & 0x3F) : wireEnd - reader.offset - 16
    reader.limit(to: data)
    wireEnd = min(wireEnd, reader.offset + max(0, data))
    return layer(etherType: try reader.read())
  }

  /// Arista's time stamps: a subtype, a format and the time.
  mutating func decodeAristaTimestamp(
    _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    let subtype: UInt16 = try reader.read()
    let format: UInt16 = try reader.read()
    guard subtype == 1 else { return .none }
    switch format & 0xFFF0 {
    case 0x0010, 0x0110: try reader.skip(8)
    case 0x0020, 0x0120: try reader.skip(6)
    default: return .none
    }
    return try layer(typeOrLength: try reader.read(), &reader)
  }

  /// Cisco metadata (TrustSec): version, length, and options of four bytes.
  mutating func decodeCiscoMetadata(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    // Over GRE the EtherType stands in front, over Ethernet behind.
    let leading: UInt16? = reader.peek()
    let isInFront = leading.map { $0 >= EtherType.leastType } ?? false
    if isInFront { try reader.skip(2) }
    try reader.skip(1)
    let length: UInt8 = try reader.read()
    try reader.skip(Int(length) * 4)
    return layer(etherType: isInFront ? leading ?? 0 : try reader.read())
  }

  /// A packet that WCCP redirects: four bytes, unless the IP header follows at once (version 1).
  /// To Wireshark they belong to GRE.
  func skipWCCPRedirect(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    if reader.peek(as: UInt8.self).map({ $0 >> 4 == 4 }) ?? false { return .ip }
    try reader.skip(4)
    return .ip
  }

  /// The network service header (RFC 8300).
  mutating func decodeNSH(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let base: UInt16 = try reader.read()
    try reader.skip(1)
    let next: UInt8 = try reader.read()
    let length = Int(base & 0x3F) * 4
    guard length >= 8 else { return .none }
    try reader.skip(length - 4)
    return nextServiceLayer(next)
  }

  /// VXLAN with a next-protocol field (draft-ietf-nvo3-vxlan-gpe), which Wireshark gives no layer.
  func skipVXLANGPE(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(3)
    let next: UInt8 = try reader.read()
    try reader.skip(4)
    return nextServiceLayer(next)
  }

  private func nextServiceLayer(_ number: UInt8) -> ProtocolID {
    switch number {
    case 1: .ip
    case 2: .ipv6
    case 3: .eth
    case 4: .nsh
    case 5: .mpls
    default: .none
    }
  }

  /// PIM (RFC 7761 section 4.9.3; version 1 over IGMP): register messages carry the datagram that was
  /// multicast.
  mutating func decodePIM(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let versionAndType: UInt8 = try reader.read()
    if versionAndType == 0x14 {
      guard try reader.read(as: UInt8.self) == 1 else { return .none }
      try reader.skip(10)
    } else {
      guard versionAndType == 0x21 else { return .none }
      try reader.skip(7)
    }
    switch reader.peek(as: UInt8.self).map({ $0 >> 4 }) {
    case 4: return .ip
    case 6: return .ipv6
    default: return .none
    }
  }
}
