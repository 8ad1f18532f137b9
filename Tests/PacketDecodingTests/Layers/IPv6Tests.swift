import PacketDecoding
import TestSupport
import Testing

struct IPv6Tests {
  /// A multicast listener report behind hop-by-hop options (Samples/ipv6.pcapng), with one record.
  static let listenerReport: Bytes = """
    6000 0000 0024 0001 fe80 0000 0000 0000 0200 5eff fe00 530a ff02 0000 0000 0000 0000
    0000 0000 0016 3a00 0502 0000 0100 8f00 6739 0000 0001 0400 0000 ff02 0000 0000 0000
    0000 0001 ff00 0077
    """
  /// Every other extension header, with a datagram behind them.
  static let chain = Frames.ipv6(
    43,
    "3c02 0400 0000 0000 2001 0db8 0000 0000 0000 0000 0000 0001"  // routing
      + "8700 0104 0000 0000"  // destination options
      + "8b00 0100 0000 0000"  // mobility
      + "8c00 0100 0000 0000"  // host identity
      + "3300 0100 0000 0000"  // Shim6
      + "1104 0000 0000 0100 0000 0001 aabb ccdd eeff 0011 2233 4455"  // authentication
      + Frames.dnsQuery)

  @Test func readsTheHeader() {
    let packet = DecodedPacket(ethernet: 0x86DD, Frames.ipv6(6, Frames.syn))
    #expect(packet.ipVersion == 6)
    #expect(packet.timeToLive == 64)
    #expect(packet.source.description == "2001:db8:1::10")
    #expect(packet.destination.description == "2001:db8:2::10")
    #expect(packet.ipProtocol == 6)
    #expect(packet.sourcePort == 34376 && packet.destinationPort == 80)
  }

  @Test func readsBehindHopByHopOptions() {
    let packet = DecodedPacket(Self.listenerReport, linkType: 229)
    #expect(packet.path.description == "ipv6/ipv6.hopopts/icmpv6")
    #expect(packet.icmpType == 143)
    #expect(packet.ipProtocol == 58)
  }

  @Test func readsBehindEveryExtensionHeader() {
    let packet = DecodedPacket(Self.chain, linkType: 229)
    #expect(
      packet.path.description
        == "ipv6/ipv6.routing/ipv6.dstopts/mipv6/hip/shim6/ah/udp")
    #expect(packet.sourcePort == 35038 && packet.destinationPort == 53)
    #expect(packet.ipProtocol == 17)
  }

  @Test func readsNothingBehindNoNextHeader() {
    let packet = DecodedPacket(Frames.ipv6(59, "0102 0304"), linkType: 229)
    #expect(packet.path.description == "ipv6")
    #expect(packet.unknown == .none && packet.stop == nil)
  }

  @Test func leavesPaddingOutOfThePayload() {
    let packet = DecodedPacket(Frames.ipv6(17, Frames.udp(to: 9, "aabb")) + "0000", linkType: 229)
    #expect(packet.payload == 48..<50)
  }

  /// A jumbogram (RFC 2675), or segmentation offload.
  @Test func takesTheWholeFrameForAPayloadLengthOfZero() {
    let bytes = Frames.ipv6(6, Frames.syn + "aabb", payloadLength: 0)
    let packet = DecodedPacket(bytes, linkType: 229)
    #expect(packet.payloadLength == 2)
  }

  @Test(arguments: [0, 4, 5, 15] as [UInt8])
  func rejectsAnotherVersion(version: UInt8) {
    var bytes = Frames.ipv6(6, Frames.syn).array
    bytes[0] = version << 4
    let packet = DecodedPacket(Bytes(bytes), linkType: 229)
    #expect(packet.stop == .invalid(.ipVersion, value: Int(version), at: 0))
  }

  @Test(
    arguments: [
      (0x86DD, Frames.inner, "eth", 14), (0x0800, Frames.ipv4(41, Frames.inner), "eth/ip", 34),
      (0x8100, "001e 86dd" + Frames.inner, "eth/vlan", 18),
      (0x8847, "0001 0140" + Frames.ipv6(41, Frames.inner), "eth/mpls/ipv6", 58),
    ] as [(UInt16, Bytes, String, Int)])
  func isTakenFromThePathWithAnotherVersion(
    type: UInt16, rest: Bytes, path: String, offset: Int
  ) {
    let packet = DecodedPacket(ethernet: type, rest)
    #expect(packet.path.description == path)
    #expect(packet.stop == .invalid(.ipVersion, value: 4, at: offset))
    #expect(packet.sourcePort == 0 && packet.transport == .none)
  }

  @Test func keepsTheOuterAddressesWithAnotherVersion() {
    let packet = DecodedPacket(ip: 41, Frames.inner)
    #expect(packet.ipVersion == 4 && packet.ipProtocol == 41)
    #expect(packet.source.description == "192.0.2.10")
  }

  @Test func leavesAnEmptyPathWithAnotherVersionOnItsOwnLinkType() {
    let packet = DecodedPacket(Frames.inner, linkType: 229)
    #expect(packet.path == ProtocolPath() && packet.path.count == 0)
    #expect(packet.path.last == .none)
    #expect(packet.payload.upperBound == 60)
  }

  /// Nothing contradicts the layer where the capture ends in front of the version.
  @Test(arguments: 0..<4)
  func staysInThePathWhereTheVersionWasNotCaptured(length: Int) {
    let packet = DecodedPacket(Frames.inner.prefix(length), linkType: 229, wireLength: 60)
    #expect(packet.path.description == "ipv6")
    #expect(packet.stop == .truncated(needed: 4, available: length, at: 0))
  }

  @Test func remembersAFirstFragment() throws {
    let bytes = Frames.ipv6(44, "3a00 0001 079b 60ad" + "8000 9ec0 62f6 0001")
    let packet = DecodedPacket(bytes, linkType: 229)
    let fragment = try #require(packet.fragment)
    #expect(fragment.identification == 0x079B_60AD)
    #expect(fragment.isFirst && fragment.moreFragments && fragment.isWhole)
    #expect(fragment.length == 8)
    #expect(packet.path.description == "ipv6/ipv6.fraghdr/icmpv6")
    #expect(fragment.path.description == "ipv6/ipv6.fraghdr")
  }

  @Test func readsNoTransportOfALaterFragment() throws {
    let bytes = Frames.ipv6(44, "3a00 05a8 079b 60ad" + "8000 9ec0 62f6 0001")
    let packet = DecodedPacket(bytes, linkType: 229)
    let fragment = try #require(packet.fragment)
    #expect(fragment.offset == 1448)
    #expect(!fragment.moreFragments)
    #expect(packet.path.description == "ipv6/ipv6.fraghdr")
    #expect(packet.ipProtocol == 58)
    #expect(packet.transport == .none)
  }

  /// RFC 6946: offset 0 and no more fragments is a whole datagram.
  @Test func takesAnAtomicFragmentAsAWholeDatagram() {
    let packet = DecodedPacket(
      Frames.ipv6(44, "1100 0000 079b 60ad" + Frames.dnsQuery), linkType: 229)
    #expect(packet.fragment == nil)
    #expect(packet.path.description == "ipv6/ipv6.fraghdr/udp")
  }

  @Test func stopsAtAnExtensionHeaderThatIsTooLong() {
    let packet = DecodedPacket(Frames.ipv6(0, "06ff 0000 0000 0000"), linkType: 229)
    #expect(packet.stop == .truncated(needed: 2046, available: 6, at: 42))
    #expect(packet.path.description == "ipv6/ipv6.hopopts")
    #expect(packet.source.description == "2001:db8:1::10")
  }
}
