import PacketDecoding
import TestSupport
import Testing

struct UDPTunnelTests {
  static let vxlan = "0800 0000 0000 7b00" + Frames.ethernet(0x0800, Frames.inner)

  @Test func knowsATunnelByEitherPort() {
    let back = DecodedPacket(ip: 17, Frames.udp(to: 40_000, from: 4789, Self.vxlan))
    #expect(back.path.description == "eth/ip/udp/vxlan/eth/ip/tcp")
  }

  /// A server answers a client that happens to have the port of a tunnel.
  @Test(arguments: [53, 123, 500] as [UInt16])
  func takesWhatAServiceSendsForNoTunnel(port: UInt16) {
    let packet = DecodedPacket(ip: 17, Frames.udp(to: 4789, from: port, Self.vxlan))
    #expect(packet.path.description == "eth/ip/udp")
    #expect(packet.udpTunnel == .none)
  }

  /// Only a jumbogram may state no length (RFC 2675 section 4).
  @Test func readsNothingBehindALengthOfZero() {
    let datagram = Frames.udp(to: 4789, Self.vxlan, length: 0)
    let packet = DecodedPacket(ip: 17, datagram)
    #expect(packet.path.description == "eth/ip/udp")
    #expect(packet.stop == .invalid(.udpLength, value: 0, at: 38))
    let jumbo = "1100 c204 0001 0000" + datagram
    let jumbogram = DecodedPacket(Frames.ipv6(0, jumbo, payloadLength: 0), linkType: 229)
    #expect(jumbogram.path.description == "ipv6/ipv6.hopopts/udp/vxlan/eth/ip/tcp")
  }

  /// A version that is none, and GTP' on the port of GTP; a version of L2TP that is none.
  @Test(
    arguments: [
      (2152, "f000 0004 0000 0000"), (2123, "2001 0004 0000 0000"), (1701, "0001 0002 0003"),
      (6343, "0000 0004 0000 0001"),
    ] as [(UInt16, Bytes)])
  func leavesAloneWhatDoesNotKeepToTheFormat(port: UInt16, payload: Bytes) {
    let packet = DecodedPacket(ip: 17, Frames.udp(to: port, payload))
    #expect(packet.path.description == "eth/ip/udp")
    #expect(packet.payload.count == payload.array.count)
  }

  @Test func readsTheDatagramThatAnAccessPointPutsItsAddressBefore() {
    let frame = Frames.ethernet(
      0x0800,
      Frames.ipv4(17, Frames.udp(to: 12223, "0000 5e00 530a 0400 0008 0000 0d96 0000 8048 e4e0")))
    #expect(DecodedPacket(frame).path.description == "eth/ip/udp/lwapp")
  }

  /// The user plane holds IP or something that is not told.
  @Test(
    arguments: [("45", "gtp/ip"), ("60", "gtp/ipv6"), ("4f", "gtp"), ("ff", "gtp")]
      as [(Bytes, String)])
  func tellsThePayloadOfGTPByItsFirstByte(first: Bytes, path: String) {
    let packet = DecodedPacket(ip: 17, Frames.udp(to: 2152, "30ff 0001 0000 0001" + first))
    #expect(packet.path.description == "eth/ip/udp/" + path)
  }

  @Test func readsVersionOneOfPIMInIGMP() {
    let register = "1401 0000 1000 0000 0000 0000" + Frames.inner
    #expect(DecodedPacket(ip: 2, register).path.description == "eth/ip/igmp/pim/ip/tcp")
    #expect(DecodedPacket(ip: 2, "1403 0000 1000 0000").path.description == "eth/ip/igmp/pim")
    #expect(DecodedPacket(ip: 2, "1301 0000").path.description == "eth/ip/igmp/dvmrp")
  }

  /// What a next-hop server indicates, as in tcpdump's nhrp-trace.pcap.
  @Test func notesThePacketThatNHRPIndicates() {
    let indication: Bytes = """
      0001 0800 0000 0000 00ff 0070 0000 0000 0108 0400 0404 0000 0000 0000
      c0a8 c801 0aff ff01 0aff ff03
      """
    let packet = DecodedPacket(
      ip: 47, "0000 2001" + indication + Frames.ipv4(17, Frames.dnsQuery))
    #expect(packet.path.description == "eth/ip/gre/nhrp")
    #expect(packet.quoted.description == "ip/udp")
    #expect(packet.quotedDatagram?.destinationPort == 53)
  }

  @Test func notesTheDatagramThatAnErrorQuotes() throws {
    let error = "0303 fcfc 0000 0000" + Frames.ipv4(17, Frames.dnsQuery)
    let frame = Frames.ethernet(0x0800, Frames.ipv4(1, error))
    let datagram = try #require(DecodedPacket(frame).quotedDatagram)
    #expect(datagram.sourcePort == 35_038 && datagram.destinationPort == 53)
    #expect(datagram.payload == 70..<frame.array.count)
    #expect(datagram.source.description == "192.0.2.10" && datagram.ipProtocol == 17)
    let segment = DecodedPacket(ip: 1, "0303 fcfc 0000 0000" + Frames.inner).quotedDatagram
    #expect(segment?.ipProtocol == 6 && segment?.destinationPort == 80)
    #expect(segment?.payload.isEmpty == true)
    let ping = Frames.ipv4(1, Frames.ping)
    #expect(DecodedPacket(ip: 1, "0303 fcfc 0000 0000" + ping).quotedDatagram == nil)
  }

  @Test(
    arguments: [
      (9, "igrp"), (62, "mipv6"), (80, "osi"), (94, "ip proto 94"), (124, "ip proto 124"),
    ] as [(UInt8, String)])
  func countsProtocolsOfOldAsWiresharkDoes(number: UInt8, name: String) {
    let packet = DecodedPacket(ip: number, "3b00 0000 0000 0000")
    #expect(
      packet.path.description + packet.unknown.description == "eth/ip"
        + (packet.unknown == .none ? "/" : "") + name)
  }
}
