/// The types of Cisco HDLC, which are fewer than those of Ethernet.
enum CiscoHDLC {
  static func isKnown(_ type: UInt16) -> Bool { layer(type) != nil }

  static func layer(_ type: UInt16) -> ProtocolID? {
    switch type {
    case 0x8035: .slarp
    case 0x2000: .cdp
    case 0x0111: .udld
    case 0x4242: .stp
    case 0xFEFE: .osi
    case 0x0800, 0x6003, 0x6558, 0x809B, 0x80F3, 0x8137, 0x86DD, 0x8847, 0x8848:
      EtherType.layer(type)
    default: nil
    }
  }
}

extension DecodedPacket {
  /// Cisco HDLC (RFC 1547 appendix): address, control, type.
  mutating func decodeCiscoHDLC(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(2)
    return try ciscoHDLCLayer(try reader.read(), &reader)
  }

  mutating func ciscoHDLCLayer(
    _ type: UInt16, _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    guard let layer = CiscoHDLC.layer(type) else { return stopAtUnknown(.etherType, type) }
    // ISO protocols come mostly behind one byte of padding.
    if layer == .osi, !(0x81...0x83).contains(reader.peek(as: UInt8.self) ?? 0) {
      try reader.skip(1)
    }
    return layer
  }
}
