extension DecodedPacket {
  /// Takes the link and network headers of an ordinary frame at one go, and says which layer follows;
  /// `.eth`, with nothing taken, for any other frame.
  ///
  /// What it leaves behind is what the layers would have left one by one.
  @inline(__always)
  mutating func takePlainHeaders(_ reader: inout ByteReader) -> ProtocolID {
    guard let plain = PlainFrame(reader), takeMACAddresses(reader) else { return .eth }
    path.append(.eth)
    if plain.networkStart > 14, let control: UInt16 = reader.peek(at: 14) {
      vlan = control & 0x0FFF
      path.append(.vlan)
    }
    networkStart = plain.networkStart
    ipProtocol = plain.ipProtocol
    let end = plain.isIPv6 ? takeIPv6(plain, reader) : takeIPv4(plain, reader)
    wireEnd = min(wireEnd, end)
    // The header is there, or the frame were not plain.
    try? reader.skip(plain.transportStart)
    reader.limit(to: max(0, wireEnd &- plain.transportStart))
    return plain.ipProtocol == 6 ? .tcp : .udp
  }

  @inline(__always)
  private mutating func takeMACAddresses(_ reader: borrowing ByteReader) -> Bool {
    guard let destination: UInt64 = reader.peek(at: 0), let source: UInt64 = reader.peek(at: 6)
    else { return false }
    destinationMAC = MACAddress(rawValue: destination >> 16)
    sourceMAC = MACAddress(rawValue: source >> 16)
    hasMAC = true
    return true
  }

  /// Where the packet ends on the wire.
  @inline(__always)
  private mutating func takeIPv4(_ plain: PlainFrame, _ reader: borrowing ByteReader) -> Int {
    guard let lengths: UInt64 = reader.peek(at: plain.networkStart),
      let lifetime: UInt8 = reader.peek(at: plain.networkStart &+ 8),
      let from: UInt32 = reader.peek(at: plain.networkStart &+ 12),
      let to: UInt32 = reader.peek(at: plain.networkStart &+ 16)
    else { return wireEnd }
    path.append(.ip)
    ipVersion = 4
    timeToLive = lifetime
    identification = UInt16(truncatingIfNeeded: lengths >> 16)
    source = IPAddress(v4: from)
    destination = IPAddress(v4: to)
    return plain.networkStart &+ Int(truncatingIfNeeded: lengths >> 32 & 0xFFFF)
  }

  /// Where the packet ends on the wire.
  @inline(__always)
  private mutating func takeIPv6(_ plain: PlainFrame, _ reader: borrowing ByteReader) -> Int {
    guard let lengths: UInt64 = reader.peek(at: plain.networkStart),
      let from = Self.address(reader, plain.networkStart &+ 8),
      let to = Self.address(reader, plain.networkStart &+ 24)
    else { return wireEnd }
    path.append(.ipv6)
    ipVersion = 6
    timeToLive = UInt8(truncatingIfNeeded: lengths)
    identification = 0
    source = from
    destination = to
    return plain.transportStart &+ Int(truncatingIfNeeded: lengths >> 16 & 0xFFFF)
  }

  @inline(__always)
  private static func address(_ reader: borrowing ByteReader, _ place: Int) -> IPAddress? {
    guard let high: UInt64 = reader.peek(at: place), let low: UInt64 = reader.peek(at: place &+ 8)
    else { return nil }
    return IPAddress(high: high, low: low)
  }
}
