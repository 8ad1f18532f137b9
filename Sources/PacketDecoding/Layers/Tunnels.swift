extension DecodedPacket {
  /// The IP authentication header (RFC 4302).
  mutating func decodeAH(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let nextHeader: UInt8 = try reader.read()
    let length: UInt8 = try reader.read()
    // The length counts 32-bit words, less two.
    try reader.skip(Int(length) * 4 + 6)
    return layer(ipProtocol: nextHeader)
  }

  /// VXLAN (RFC 7348).
  mutating func decodeVXLAN(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(8)
    return .eth
  }

  /// GENEVE (RFC 8926).
  mutating func decodeGENEVE(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let versionAndLength: UInt8 = try reader.read()
    try reader.skip(1)
    let type: UInt16 = try reader.read()
    try reader.skip(4 + Int(versionAndLength & 0x3F) * 4)
    return layer(etherType: type)
  }

  /// GTP (3GPP TS 29.060, 29.281): packets of the user plane hold IP; version 2 has no such.
  mutating func decodeGTP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    // Control messages are left to the application.
    if let message: UInt8 = reader.peek(at: 1), message != 255 { return .none }
    let flags: UInt8 = try reader.read()
    let message: UInt8 = try reader.read()
    switch flags >> 5 {
    case 0: try reader.skip(18)
    case 1: try skipGTPHeader(flags, &reader)
    default: return .none
    }
    guard message == 255, let first: UInt8 = reader.peek() else { return .none }
    return (0x45...0x4E).contains(first) ? .ip : first >> 4 == 6 ? .ipv6 : .none
  }

  /// The rest of a header of version 1, with its extensions.
  private func skipGTPHeader(_ flags: UInt8, _ reader: inout ByteReader) throws(DecodeError) {
    try reader.skip(6)
    guard flags & 0x07 != 0 else { return }
    try reader.skip(3)
    var next: UInt8 = try reader.read()
    while flags & 0x04 != 0, next != 0 {
      let length: UInt8 = try reader.read()
      guard length > 0 else { return }
      try reader.skip(Int(length) * 4 - 2)
      next = try reader.read()
    }
  }

  /// L2TP: data messages of version 2 (RFC 2661 section 3.1) hold PPP; what those of version 3
  /// (RFC 3931) hold was agreed on in control messages.
  mutating func decodeL2TP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    guard ipProtocol == 17, let flags: UInt16 = reader.peek(), flags & 0x800F == 2 else {
      return .none
    }
    try reader.skip(2)
    if flags & 0x4000 != 0 {
      let length: UInt16 = try reader.read()
      reader.limit(to: Int(length) - 4)
      wireEnd = min(wireEnd, reader.offset + max(0, Int(length) - 4))
    }
    try reader.skip(4)
    if flags & 0x0800 != 0 { try reader.skip(4) }
    if flags & 0x0200 != 0 {
      let padding: UInt16 = try reader.read()
      try reader.skip(Int(padding))
    }
    return reader.isAtEnd ? .none : .ppp
  }

  /// Teredo (RFC 4380 section 5.1.1): perhaps authentication and origin, then IPv6.
  mutating func decodeTeredo(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    if reader.peek(as: UInt16.self) == 0x0001 {
      try reader.skip(2)
      let clientLength: UInt8 = try reader.read()
      let valueLength: UInt8 = try reader.read()
      try reader.skip(Int(clientLength) + Int(valueLength) + 9)
    }
    if reader.peek(as: UInt16.self) == 0x0000 { try reader.skip(8) }
    return reader.peek(as: UInt8.self).map { $0 >> 4 == 6 } ?? false ? .ipv6 : .none
  }

  /// IPsec over UDP (RFC 3948): a lone 0xFF keeps a mapping alive, four bytes of zero precede IKE.
  mutating func decodeUDPEncapsulation(
    _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    if reader.remaining == 1, reader.peek(as: UInt8.self) == 0xFF { return .none }
    if reader.isAtEnd { return .none }
    if let marker = reader.peek(as: UInt32.self), marker != 0 { return .esp }
    try reader.skip(4)
    // What is shorter than the header of IKE (RFC 7296 section 3.1) is none.
    return wireEnd - reader.offset >= 28 ? .isakmp : .none
  }

  /// AYIYA (draft-massar-v6ops-ayiya): identity, signature and time, then what the next header says.
  mutating func decodeAYIYA(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let identity: UInt8 = try reader.read()
    let signature: UInt8 = try reader.read()
    let operation: UInt8 = try reader.read()
    let next: UInt8 = try reader.read()
    try reader.skip(4 + 1 << Int(identity >> 4) + Int(signature >> 4) * 4)
    return operation & 0x0F == 1 ? layer(ipProtocol: next) : .none
  }

  /// LISP data (RFC 9300 section 5.1).
  mutating func decodeLISP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(8)
    switch reader.peek(as: UInt8.self).map({ $0 >> 4 }) {
    case 4: return .ip
    case 6: return .ipv6
    default: return .none
    }
  }
}
