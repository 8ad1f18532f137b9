extension DecodedPacket {
  /// The common header of SCTP (RFC 9260 section 3.1).
  mutating func decodeSCTP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    sourcePort = try reader.read()
    destinationPort = try reader.read()
    transport = .sctp
    try reader.skip(8)
    return .none
  }
}
