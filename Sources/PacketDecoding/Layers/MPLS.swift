extension DecodedPacket {
  /// A stack of MPLS labels (RFC 3032); what follows is told by its first half-byte (RFC 4928).
  mutating func decodeMPLS(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    var label: UInt32 = 0
    repeat { label = try reader.read() } while label & 0x100 == 0
    guard let first: UInt8 = reader.peek() else { return .none }
    switch first >> 4 {
    case 4: return .ip
    case 6: return .ipv6
    case 0: return .pwethheuristic == guessPseudowire(reader) ? .pwethcw : .none
    case 1: return .pwach
    default: return looksLikeEthernet(reader, at: 0) ? .eth : .none
    }
  }

  /// A half-byte of zero is a pseudowire's control word (RFC 4385), if a frame follows it.
  private func guessPseudowire(_ reader: borrowing ByteReader) -> ProtocolID {
    looksLikeEthernet(reader, at: 4) ? .pwethheuristic : .none
  }

  private func looksLikeEthernet(_ reader: borrowing ByteReader, at distance: Int) -> Bool {
    guard let type: UInt16 = reader.peek(at: distance + 12) else { return false }
    return type <= EtherType.largestLength || EtherType.layer(type) != nil
  }

  /// The control word of an Ethernet pseudowire (RFC 4448).
  mutating func decodePseudowire(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(4)
    return .eth
  }
}
