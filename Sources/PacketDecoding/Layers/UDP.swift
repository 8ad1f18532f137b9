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
    // 0 in a jumbogram lasts to the end (RFC 2675).
    guard length == 0 || length >= 8 else {
      throw .invalid(.udpLength, value: Int(length), at: start + 4)
    }
    if length > 0 {
      wireEnd = min(wireEnd, start + Int(length))
      reader.limit(to: max(0, wireEnd - reader.offset))
    }
    return fragment == nil ? try tunnel(&reader) : .none
  }

  /// Tunnels that are known by their port and keep to their format.
  @inline(__always)
  private func tunnel(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    switch destinationPort {
    case 4789 where reader.peek(as: UInt32.self).map { $0 & 0x0800_0000 != 0 } ?? false: .vxlan
    case 4790 where reader.peek(as: UInt32.self).map { $0 & 0x0C00_0000 != 0 } ?? false:
      try skipVXLANGPE(&reader)
    case 6081: .geneve
    case 6343 where reader.peek(as: UInt32.self) == 5: .sflow
    case 6635: .mpls
    default:
      (destinationPort == 2152 || sourcePort == 2152)
        && reader.peek(as: UInt8.self).map { $0 >> 4 == 3 } ?? false ? .gtp : .none
    }
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
