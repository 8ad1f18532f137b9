extension DecodedPacket {
  /// A UDP header (RFC 768).
  @inline(__always)
  mutating func decodeUDP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let start = reader.offset
    sourcePort = try reader.read()
    destinationPort = try reader.read()
    transport = .udp
    let length: UInt16 = try reader.read()
    try reader.skip(2)
    // 0 in a jumbogram lasts to the end (RFC 2675 section 4).
    guard length >= 8 || length == 0 && traits.contains(.jumbogram) else {
      throw .invalid(.udpLength, value: Int(length), at: start + 4)
    }
    if length > 0 {
      wireEnd = min(wireEnd, start + Int(length))
      reader.limit(to: max(0, wireEnd - reader.offset))
    }
    udpTunnel = try tunnel(&reader)
    return udpTunnel
  }

  /// UDP-Lite and DCCP begin with two ports, too.
  mutating func decodePorts(
    _ layer: ProtocolID, _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    sourcePort = try reader.read()
    destinationPort = try reader.read()
    transport = layer
    return .none
  }
}
