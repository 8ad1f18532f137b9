import PacketDecoding
import TestSupport
import Testing

struct UDPTests {
  static func decode(_ datagram: Bytes) -> DecodedPacket {
    DecodedPacket(Frames.ipv4(17, datagram), linkType: 228)
  }

  @Test func readsTheHeader() {
    let packet = Self.decode(Frames.dnsQuery)
    #expect(packet.transport == .udp)
    #expect(packet.sourcePort == 35038 && packet.destinationPort == 53)
    #expect(packet.payload == 28..<84)
  }

  @Test func leavesWhatIsBehindTheLengthOutOfThePayload() {
    let packet = Self.decode(Frames.udp(to: 9, "aabb ccdd", length: 10))
    #expect(packet.payload == 28..<30)
    #expect(packet.payloadLength == 2)
  }

  @Test(arguments: 1..<8)
  func rejectsALengthBelowTheHeader(length: Int) {
    let packet = Self.decode(Frames.udp(to: 9, "aabb", length: length))
    #expect(packet.stop == .invalid(.udpLength, value: length, at: 24))
    #expect(packet.destinationPort == 9)
  }

  /// RFC 2675.
  @Test func takesTheWholePacketForALengthOfZero() {
    #expect(Self.decode(Frames.udp(to: 9, "aabb ccdd", length: 0)).payloadLength == 4)
  }

  @Test func takesNoMoreThanThePacketForALengthBeyondIt() {
    let packet = Self.decode(Frames.udp(to: 9, "aabb", length: 65_535))
    #expect(packet.payload == 28..<30)
    #expect(packet.payloadLength == 2)
    #expect(packet.stop == nil)
  }

  @Test(arguments: 4..<8)
  func keepsThePortsOfAHeaderThatIsCutOff(length: Int) {
    let whole = Frames.ipv4(17, Frames.dnsQuery)
    let packet = DecodedPacket(whole.prefix(20 + length), linkType: 228, wireLength: 84)
    #expect(packet.sourcePort == 35038 && packet.destinationPort == 53)
  }

  @Test(
    arguments: [
      (2152, "01ff 0000"), (4790, "0800"),
      (6343, "0000 0004 0000 0001"), (6343, "0000 00"),
    ] as [(UInt16, Bytes)])
  func takesNoTunnelForWhatDoesNotLookLikeIt(port: UInt16, payload: Bytes) {
    let packet = Self.decode(Frames.udp(to: port, payload))
    #expect(packet.path.description == "ip/udp")
  }

  @Test func followsATunnelInAFirstFragment() {
    let datagram = Frames.udp(
      to: 4789, "0800 0000 0000 7b00" + Frames.ethernet(0x800, Frames.inner))
    let packet = DecodedPacket(Frames.ipv4(17, datagram, fragment: 0x2000), linkType: 228)
    #expect(packet.path.description == "ip/udp/vxlan/eth/ip/tcp")
  }
}

struct OtherTransportTests {
  @Test(
    arguments: [
      (132, "0b59 0b5a 0000 0e50 53c3 05c7 0100", .sctp), (33, "0b59 0b5a 0000", .dccp),
      (136, "0b59 0b5a 0008 0000", .udplite),
    ] as [(UInt8, Bytes, ProtocolID)])
  func readsPorts(number: UInt8, bytes: Bytes, transport: ProtocolID) {
    let packet = DecodedPacket(ip: number, bytes)
    #expect(packet.sourcePort == 2905 && packet.destinationPort == 2906)
    #expect(packet.transport == transport)
    #expect(packet.stop == nil)
  }

  @Test func readsEchoes() {
    let packet = DecodedPacket(ip: 1, Frames.ping)
    #expect(packet.transport == .icmp)
    #expect(packet.icmpType == 8 && packet.icmpCode == 0)
    #expect(packet.icmpEcho == 0x6318_0001)
  }

  @Test func readsEchoesOfIPv6() {
    let packet = DecodedPacket(Frames.ipv6(58, "8000 9ec0 62f6 0001"), linkType: 229)
    #expect(packet.transport == .icmpv6)
    #expect(packet.icmpType == 128)
    #expect(packet.icmpEcho == 0x62F6_0001)
  }

  @Test func readsTheTypeOfIGMP() {
    #expect(DecodedPacket(ip: 2, "1600 09f9 e000 00fb").icmpType == 0x16)
  }

  @Test(
    arguments: [
      (46, "rsvp"), (50, "esp"),
      (88, "eigrp"), (89, "ospf"), (112, "vrrp"), (113, "pgm"),
      (115, "l2tp"),
    ] as [(UInt8, String)])
  func namesWhatItDoesNotDecodeFurther(number: UInt8, name: String) {
    let packet = DecodedPacket(ip: number, "0102 0304")
    #expect(packet.path.description == "eth/ip/" + name)
    #expect(packet.payload.count == 4)
    #expect(packet.ipProtocol == number)
  }

  @Test(arguments: [3, 8, 27, 55, 61, 99, 124, 253, 255] as [UInt8])
  func countsAnUnknownProtocolByNumber(number: UInt8) {
    let packet = DecodedPacket(ip: number, "0102 0304")
    #expect(packet.unknown.description == "ip proto \(number)")
    #expect(packet.path.description == "eth/ip")
    #expect(packet.source.description == "192.0.2.10")
  }
}
