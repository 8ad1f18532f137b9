import PacketDecoding
import TestSupport
import Testing

/// Ordinary frames are decoded at one go; without a frame around them, the same packets are decoded
/// layer by layer, which must come to the same.
struct PlainFrameTests {
  static let addresses: Bytes = "0200 0000 0002 0200 0000 0001"
  static let packets = [
    ChecksumVerdictTests.udp, ChecksumVerdictTests.tcp, ChecksumVerdictTests.tcp6,
  ]

  private static func header(of packet: Bytes, isTagged: Bool) -> [UInt8] {
    let type: Bytes = packet.array[0] >> 4 == 4 ? "0800" : "86dd"
    return (isTagged ? addresses + "8100 a123" + type : addresses + type).array
  }

  /// All that is known of an IP packet, with places from its beginning.
  private func facts(
    _ bytes: [UInt8], linkType: UInt16, start: Int, wireLength: Int
  ) -> [String] {
    var packet = DecodedPacket()
    packet.decode(bytes.span.bytes, wireLength: wireLength, linkType: linkType)
    return [
      "\(packet.source) \(packet.destination) \(packet.sourcePort) \(packet.destinationPort)",
      "version \(packet.ipVersion), protocol \(packet.ipProtocol), life \(packet.timeToLive)",
      "identification \(packet.identification), fragment \(packet.isFragment)",
      "begins at \(packet.networkStart < 0 ? -1 : packet.networkStart - start)",
      "payload \(packet.payload.lowerBound - start) \(packet.payload.upperBound - start)",
      "ends at \(packet.wireEnd - start), stopped \(packet.stop != nil), \(packet.unknown)",
      "\(packet.transport) \(packet.udpTunnel) \(packet.transport == .none ? "" : "\(packet.tcp)")",
      packet.path.layers.filter { ![.eth, .vlan, .raw].contains($0) }.map(\.filterName)
        .joined(separator: "/"),
    ]
  }

  private func compare(_ packet: [UInt8], wireLength: Int, _ comment: Comment) {
    let bare = facts(packet, linkType: 101, start: 0, wireLength: wireLength)
    for isTagged in [false, true] {
      let header = Self.header(of: Bytes(packet), isTagged: isTagged)
      let framed = facts(
        header + packet, linkType: 1, start: header.count, wireLength: wireLength + header.count)
      #expect(framed == bare, comment)
    }
  }

  @Test(arguments: packets)
  func saysOfAnyPartWhatItsLayersSay(packet: Bytes) {
    for count in 1...packet.array.count {
      compare(Array(packet.array.prefix(count)), wireLength: packet.array.count, "\(count) bytes")
    }
    compare(packet.array + [1, 2, 3, 4], wireLength: packet.array.count + 4, "with a trailer")
    compare(packet.array, wireLength: packet.array.count + 100, "cut short")
  }

  @Test(arguments: packets)
  func saysOfAnyDamagedHeaderWhatItsLayersSay(packet: Bytes) {
    for place in 0..<min(72, packet.array.count) {
      for change: UInt8 in [0x01, 0x02, 0x20, 0x40, 0x80, 0xFF] {
        var bytes = packet.array
        bytes[place] ^= change
        // The frame's type follows the version, which must stay what it is.
        guard bytes[0] >> 4 == packet.array[0] >> 4 else { continue }
        compare(bytes, wireLength: bytes.count, "byte \(place) ^ \(change)")
      }
    }
  }

  @Test func readsTheHeadersInFront() {
    for isTagged in [false, true] {
      let packet = ChecksumVerdictTests.tcp
      let decoded = DecodedPacket(
        Bytes(Self.header(of: packet, isTagged: isTagged)) + packet, linkType: 1)
      #expect(decoded.hasMAC && decoded.vlan == (isTagged ? 0x123 : nil))
      #expect(
        "\(decoded.sourceMAC) \(decoded.destinationMAC)" == "02:00:00:00:00:01 02:00:00:00:00:02")
      #expect(decoded.path.description == (isTagged ? "eth/vlan/ip/tcp" : "eth/ip/tcp"))
    }
  }

  /// Who shares a capture with others must see the same two addresses as who decodes it.
  @Test(arguments: packets)
  func combinesTheAddressesOfBothDirections(packet: Bytes) throws {
    let frame = Self.header(of: packet, isTagged: false) + packet.array
    let decoded = DecodedPacket(Bytes(frame), linkType: 1)
    let found = PlainFrame.addressPair(of: frame.span.bytes)
    let pair = try #require(found)
    #expect(pair.high == decoded.source.high ^ decoded.destination.high)
    #expect(pair.low == decoded.source.low ^ decoded.destination.low)
  }

  /// A tunnel, a fragment, options: only decoding tells where these end.
  @Test func leavesToDecodingWhatIsNotPlain() {
    let udp = ChecksumVerdictTests.udp.array
    let header = Self.header(of: ChecksumVerdictTests.udp, isTagged: false)
    for (place, value) in [(23, 0x12), (0, 0x46), (6, 0x20), (9, 4), (21, 0)] as [(Int, UInt8)] {
      var bytes = udp
      bytes[place] = value
      if place == 23 { bytes[22] = 0x12 }
      if place == 21 { (bytes[20], bytes[21]) = (0x12, 0xB5) }
      let frame = header + bytes
      let pair = PlainFrame.addressPair(of: frame.span.bytes)
      #expect((pair == nil) == (place != 23), "byte \(place)")
    }
  }
}
