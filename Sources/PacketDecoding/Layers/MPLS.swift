extension DecodedPacket {
  /// A stack of MPLS labels (RFC 3032); what follows is told by its first half-byte (RFC 4928).
  mutating func decodeMPLS(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    var label: UInt32 = 0
    repeat { label = try reader.read() } while label & 0x100 == 0
    guard let first: UInt8 = reader.peek() else { return .none }
    switch first >> 4 {
    case 4: return .ip
    case 6: return .ipv6
    case 1: return .pwach
    default: return .pwethheuristic
    }
  }

  /// A pseudowire that nothing names: a half-byte of zero may be a control word (RFC 4385), and a
  /// frame may follow it or begin at once.
  func guessPseudowire(_ reader: ByteReader) -> ProtocolID {
    guard let first: UInt8 = reader.peek() else { return .none }
    if first >> 4 == 0 {
      if looksLikeEthernet(reader, at: 4) { return .pwethcw }
      guard reader.remaining >= 18 else { return .none }
    }
    return looksLikeEthernet(reader, at: 0) ? .pwethnocw : .none
  }

  /// True if a frame that begins `distance` bytes ahead would have a known type, or a length.
  func looksLikeEthernet(_ reader: borrowing ByteReader, at distance: Int) -> Bool {
    guard let type: UInt16 = reader.peek(at: distance + 12) else { return false }
    // A length goes no further than the frame.
    return type <= EtherType.largestLength
      ? type >= 3 && Int(type) <= reader.remaining - distance - 14 : EtherType.layer(type) != nil
  }

  /// The control word of an Ethernet pseudowire (RFC 4448).
  mutating func decodePseudowire(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(4)
    return .eth
  }

  /// The associated channel of a pseudowire or a label switched path (RFC 4385, RFC 5586).
  mutating func decodeAssociatedChannel(
    _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    try reader.skip(2)
    switch try reader.read(as: UInt16.self) {
    case 0x0007, 0x0022, 0x0023: return .bfd
    case 0x0021: return .ip
    case 0x0057: return .ipv6
    case 0x8902: return .cfm
    default: return .none
    }
  }
}
