import PacketDecoding
import TestSupport
import Testing

struct ARCnetTests {
  /// 192.0.2.10 at node 1 asks who has 192.0.2.1; addresses of hardware have one byte.
  static let request: Bytes = "0007 0800 0104 0001 01c0 0002 0a00 c000 0201"

  /// RFC 1051 has no more than a type; RFC 1201 has a split flag and a sequence number.
  @Test(
    arguments: [
      ("f0", "arcnet/ip"), ("f1", "arcnet/arp"), ("d400 0001", "arcnet/ip"),
      ("d500 0001", "arcnet/arp"), ("d600 0001", "arcnet/arp"), ("c400 0001", "arcnet/ipv6"),
      ("d4ff ffff d400 0001", "arcnet/ip"), ("fa00 0001", "arcnet/ipx"),
      ("dd00 0001", "arcnet/ddp"), ("cd82 8203", "arcnet/llc/bacnet"),
    ] as [(Bytes, String)])
  func readsHeadersOfEitherStandard(header: Bytes, path: String) {
    #expect(DecodedPacket("0102" + header, linkType: 7).path.description == path)
    #expect(DecodedPacket("0102 0000" + header, linkType: 129).path.description == path)
  }

  @Test func readsWhatIsBehindAnExceptionPacket() {
    let packet = DecodedPacket("0102 d4ff ffff d400 0001" + Frames.inner, linkType: 7)
    #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
    #expect(packet.stop == nil)
  }

  @Test func readsARequestForAnAddress() throws {
    let packet = DecodedPacket("0100 f1" + Self.request, linkType: 7)
    let arp = try #require(packet.arp)
    #expect(arp.operation == 1)
    #expect(!arp.hasAddresses)
    #expect(packet.payload.isEmpty)
  }

  @Test(arguments: [0x00, 0x80, 0xFF] as [UInt8])
  func countsAnUnknownType(type: UInt8) {
    let packet = DecodedPacket("0102" + Bytes([type]) + "0102 0304", linkType: 7)
    #expect(packet.unknown == UnknownProtocol(.arcnetProtocol, type))
    #expect(packet.path.description == "arcnet")
    #expect(packet.payload == 3..<7)
  }

  @Test func forgetsTheSystemOfThePacketBefore() {
    let linux = "0102 0000 f0" + Frames.inner
    let bsd = "0102 f0" + Frames.inner
    var packet = DecodedPacket(linux, linkType: 129)
    packet.decode(bsd.array.span.bytes, wireLength: bsd.array.count, linkType: 7)
    #expect(packet.path.description == "arcnet/ip/tcp")
  }
}
