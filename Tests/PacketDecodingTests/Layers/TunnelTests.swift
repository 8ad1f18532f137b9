import PacketDecoding
import TestSupport
import Testing

struct TunnelTests {
  static let inner = Frames.ipv6(6, Frames.syn)

  /// Every combination of checksum, routing, key and sequence number (RFC 1701, 2784, 2890).
  @Test(arguments: 0..<16 as Range<UInt16>)
  func readsGREWithAnyOfItsFields(bits: UInt16) {
    let flags = bits << 12
    var header = Frames.number(flags) + "86dd"
    if flags & 0xC000 != 0 { header = header + "1234 0000" }
    if flags & 0x2000 != 0 { header = header + "0000 0001" }
    if flags & 0x1000 != 0 { header = header + "0000 0002" }
    if flags & 0x4000 != 0 { header = header + "0800 0004 c000 0201 0000 0000" }
    let packet = DecodedPacket(ip: 47, header + Self.inner)
    #expect(packet.path.description == "eth/ip/gre/ipv6/tcp")
    #expect(packet.source.description == "2001:db8:1::10")
    #expect(packet.stop == nil)
  }

  @Test func takesTheInnermostAddresses() {
    let packet = DecodedPacket(ip: 41, Self.inner)
    #expect(packet.path.description == "eth/ip/ipv6/tcp")
    #expect(packet.ipVersion == 6)
    #expect(packet.source.description == "2001:db8:1::10")
  }

  /// Point-to-point tunnelling (RFC 2637).
  @Test func readsPPTP() {
    let header: Bytes = "3081 880b 0040 0001 0000 0002 0000 0003"
    let packet = DecodedPacket(ip: 47, header + "ff03 0021" + Frames.inner)
    #expect(packet.path.description == "eth/ip/gre/ppp/ip/tcp")
    let acknowledgment = DecodedPacket(ip: 47, "2081 880b 0000 0001 0000 0003")
    #expect(acknowledgment.path.description == "eth/ip/gre")
    #expect(acknowledgment.stop == nil)
  }

  @Test(
    arguments: [
      ("0000 88be", "gre/erspan/eth/ip/tcp"),
      ("1000 88be 0000 0001 1000 0000 0000 0000", "gre/erspan/eth/ip/tcp"),
      ("1000 22eb 0000 0001 2000 0000 0000 0000 0000 0000", "gre/erspan/eth/ip/tcp"),
      (
        "1000 22eb 0000 0001 2000 0000 0000 0000 0000 0001 0000 0000 0000 0000",
        "gre/erspan/eth/ip/tcp"
      ),
      ("1000 22eb 0000 0001 3000 0000 0000 0000", "gre/erspan"),
    ] as [(Bytes, String)])
  func readsMirroredFramesOfEveryType(header: Bytes, path: String) {
    let packet = DecodedPacket(ip: 47, header + Frames.ethernet(0x0800, Frames.inner))
    #expect(packet.path.description == "eth/ip/" + path)
  }

  @Test(
    arguments: [
      ("0000 6558", "gre/eth/ip/tcp"), ("0000 6559", "gre/fr"), ("0000 00fe", "gre/osi"),
      ("0000 8847", "gre/mpls"),
    ] as [(Bytes, String)])
  func readsOtherContentsOfGRE(header: Bytes, path: String) {
    let packet = DecodedPacket(ip: 47, header + Frames.ethernet(0x0800, Frames.inner))
    #expect(packet.path.description.hasPrefix("eth/ip/" + path))
  }

  @Test func countsAnUnknownContentOfGRE() {
    #expect(DecodedPacket(ip: 47, "0000 88b5 0000").unknown.description == "gre proto 0x88b5")
  }

  @Test func readsBehindAuthentication() {
    let header: Bytes = "0604 0000 0000 0100 0000 0001 aabb ccdd eeff 0011 2233 4455"
    let packet = DecodedPacket(ip: 51, header + Frames.syn)
    #expect(packet.path.description == "eth/ip/ah/tcp")
    #expect(packet.ipProtocol == 6)
    #expect(packet.destinationPort == 80)
  }

  @Test func leavesEncryptedPayloadAlone() {
    let packet = DecodedPacket(ip: 50, "0000 0001 0000 0001 aabb")
    #expect(packet.path.description == "eth/ip/esp")
    #expect(packet.payload.count == 10)
  }

  @Test(
    arguments: [
      ("0000 6558 0000 0a00", "geneve/eth/ip/tcp"),
      ("0240 6558 0000 0a00 0102 0301 aabb ccdd", "geneve/eth/ip/tcp"),
    ] as [(Bytes, String)])
  func readsGENEVEWithOptions(header: Bytes, path: String) {
    let datagram = Frames.udp(to: 6081, header + Frames.ethernet(0x0800, Frames.inner))
    #expect(DecodedPacket(ip: 17, datagram).path.description == "eth/ip/udp/" + path)
  }

  @Test(
    arguments: [
      ("30ff 003c 0000 0001", "gtp/ip/tcp"), ("32ff 0040 0000 0001 0001 0000", "gtp/ip/tcp"),
      ("34ff 0044 0000 0001 0000 0085 0110 0100", "gtp/ip/tcp"),
      ("34ff 0044 0000 0001 0000 0085 0010 0100", "gtp"), ("3001 0004 0000 0000", "gtp"),
    ] as [(Bytes, String)])
  func readsUserPlaneGTP(header: Bytes, path: String) {
    let datagram = Frames.udp(to: 2152, header + Frames.inner)
    let packet = DecodedPacket(ip: 17, datagram)
    #expect(packet.path.description == "eth/ip/udp/" + path)
    #expect(packet.stop == nil)
  }

  @Test func takesThePortsOfTheInnermostSegment() {
    let frame = Frames.ethernet(0x0800, Frames.inner)
    let packet = DecodedPacket(ip: 17, Frames.udp(to: 4789, "0800 0000 0000 7b00" + frame))
    #expect(packet.path.description == "eth/ip/udp/vxlan/eth/ip/tcp")
    #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
    #expect(packet.transport == .tcp)
  }

  @Test func readsGTPFromItsPortAsWellAsToIt() {
    let message: Bytes = "30ff 003c 0000 0001"
    for datagram in [
      Frames.udp(to: 2152, from: 40_000, message + Frames.inner),
      Frames.udp(to: 40_000, from: 2152, message + Frames.inner),
      Frames.udp(to: 4789, from: 2152, message + Frames.inner),
    ] {
      let packet = DecodedPacket(ip: 17, datagram)
      #expect(packet.path.description == "eth/ip/udp/gtp/ip/tcp")
      #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
    }
  }

  @Test(arguments: ["01ff 0000", ""] as [Bytes])
  func readsNothingElseFromThePortOfGTP(payload: Bytes) {
    let packet = DecodedPacket(ip: 17, Frames.udp(to: 40_000, from: 2152, payload))
    #expect(packet.path.description == "eth/ip/udp")
    #expect(packet.sourcePort == 2152)
  }

  /// RFC 7510.
  @Test func readsMPLSOverUDP() {
    let labels: Bytes = "0001 0040 0002 0140"
    let packet = DecodedPacket(ip: 17, Frames.udp(to: 6635, labels + Frames.inner))
    #expect(packet.path.description == "eth/ip/udp/mpls/ip/tcp")
    let back = DecodedPacket(ip: 17, Frames.udp(to: 40_000, from: 6635, labels + Frames.inner))
    #expect(back.path.description == "eth/ip/udp/mpls/ip/tcp")
  }

  /// RFC 8986 section 10.1.
  @Test func readsEthernetInIP() {
    let frame = Frames.ethernet(0x8100, "001e 0800" + Frames.inner)
    let packet = DecodedPacket(Frames.ipv6(143, frame), linkType: 229)
    #expect(packet.path.description == "ipv6/eth/vlan/ip/tcp")
    #expect(packet.sourceMAC.description == "00:00:5e:00:53:0a")
    #expect(packet.vlan == 30)
    #expect(packet.source.description == "192.0.2.10")
  }
}
