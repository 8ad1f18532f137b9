/// What access points and sniffers send to a controller: whole frames of their own medium.
extension DecodedPacket {
  /// TaZmen sniffer protocol: tagged fields, then a frame.
  mutating func decodeTZSP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(1)
    let type: UInt8 = try reader.read()
    let encapsulation: UInt16 = try reader.read()
    guard type == 0 || type == 1 else { return .none }
    while true {
      let tag: UInt8 = try reader.read()
      if tag == 1 { break }
      guard tag != 0 else { continue }
      let length: UInt8 = try reader.read()
      try reader.skip(Int(length))
    }
    switch encapsulation {
    case 0x01: return .eth
    case 0x02: return .tr
    case 0x04: return .ppp
    case 0x05: return .fddi
    case 0x07: return .raw
    case 0x12: return .wlan
    case 0x77: return .prism
    case 0x7F: return .wlancap
    default: return .none
    }
  }

  /// LWAPP (RFC 5412 section 3) over UDP: data messages hold 802.11.
  func decodeLWAPP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    guard transport == .udp else { return .none }
    // To a controller the access point's address may come first.
    if let high: UInt32 = reader.peek(), let low: UInt16 = reader.peek(at: 4),
      [sourceMAC, destinationMAC].contains(MACAddress(rawValue: UInt64(high) << 16 | UInt64(low)))
    {
      try reader.skip(6)
    }
    let flags: UInt8 = try reader.read()
    try reader.skip(5)
    // Control messages and fragments are left alone.
    return flags & 0x07 == 0 ? .wlan : .none
  }

  /// CAPWAP (RFC 5415 section 4.3); `isData` for the channel of data.
  mutating func decodeCAPWAP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let header: UInt32 = try reader.read()
    let isData = sourcePort == 5247 || destinationPort == 5247
    // The first byte is 0 for clear text; of fragments only the first could be read.
    guard isData, header >> 24 == 0, header & 0x80 == 0 else { return .none }
    try reader.skip(max(0, Int(header >> 19 & 0x1F) * 4 - 4))
    // A keep-alive holds no frame.
    guard header & 0x08 == 0 else { return .none }
    guard header & 0x0100 != 0 else { return .eth }
    guard header >> 9 & 0x1F == 1 else { return .none }
    traits.insert(.swappedControl)
    return .wlan
  }
}
