import PacketDecoding
import TestSupport
import Testing

struct PseudoHeadersTests {
  @Test(
    arguments: [
      (258, "0b00 0000 0100 0000 0100 0000", "pktap"),
      (258, "0c00 0000 0100 0000 0201 0000", "pktap"),
      (192, "0000 0700 0100 0000", "ppi"), (192, "0000 0800 c000 0000", "ppi"),
      (178, "4d47 4302 0000 0000", "juniper"), (239, "0200 0000 0300 0900", "nflog"),
      (239, "0300 0000 0500 0900 01", "nflog"),
      (239, "0200 0000 0800 0100 0800 0000", "nflog"),
    ] as [(UInt16, Bytes, String)])
  func stopsWhereNothingSaysWhatFollows(linkType: UInt16, bytes: Bytes, path: String) {
    let packet = DecodedPacket(bytes, linkType: linkType)
    #expect(packet.path.description == path)
    #expect(packet.stop == nil)
  }

  /// Each of the two says that the other follows.
  @Test func endsWhereHeadersLeadToEachOther() {
    let pair: Bytes = "0c00 0000 0100 0000 c000 0000" + "0000 0800 0201 0000"
    let frame = (0..<40).map { _ in pair }.reduce("" as Bytes, +)
    let packet = DecodedPacket(frame, linkType: 258)
    #expect(packet.path.count == ProtocolPath.capacity)
  }

  @Test func countsAnUnknownFamilyOfIPNet() {
    let packet = DecodedPacket("0107" + Bytes([UInt8](repeating: 0, count: 22)), linkType: 226)
    #expect(packet.unknown == UnknownProtocol(.addressFamily, 7))
    #expect(packet.path.description == "ipnet")
  }

  @Test func countsAnUnknownContentOfIPOverInfiniBand() {
    let packet = DecodedPacket(
      Bytes([UInt8](repeating: 0, count: 40)) + "88b5 0000", linkType: 242)
    #expect(packet.unknown == UnknownProtocol(.etherType, 0x88B5))
  }

  @Test func endsThePayloadOfALogRecordWithTheRecord() {
    let log = "0200 0000 2200 0900" + Frames.ipv4(17, Frames.udp(to: 9, "aabb"))
    let packet = DecodedPacket(log + "0000" + "0500 0a00 7800 0000", linkType: 239)
    #expect(packet.path.description == "nflog/ip/udp")
    #expect(packet.payload == 36..<38)
  }

  /// The type and the flags of Linux netlink share a field.
  @Test func readsALogRecordWithFlagsInItsType() {
    let packet = DecodedPacket("0200 0000 4000 0980" + Frames.inner, linkType: 239)
    #expect(packet.path.description == "nflog/ip/tcp")
  }

  @Test(arguments: [(258, "pktap"), (192, "ppi")] as [(UInt16, String)])
  func countsAnUnknownLinkTypeBehindAHeader(linkType: UInt16, name: String) {
    let header: Bytes = linkType == 258 ? "0c00 0000 0100 0000" : "0000 0800"
    let packet = DecodedPacket(header + "9300 0000 0102", linkType: linkType)
    #expect(packet.unknown == UnknownProtocol(.linkType, 147))
    #expect(packet.path.description == name)
  }

  @Test(
    arguments: [
      (
        258, "ffff ffff 0100 0000 0100 0000 0000",
        .truncated(needed: 0xFFFF_FFF3, available: 2, at: 12)
      ),
      (192, "0000 ffff 0100 0000 0000", .truncated(needed: 65_527, available: 2, at: 8)),
      (178, "4d47 4380 ffff 0000", .truncated(needed: 65_535, available: 2, at: 6)),
    ] as [(UInt16, Bytes, DecodeError)])
  func stopsAtAHeaderThatIsLongerThanTheFrame(linkType: UInt16, bytes: Bytes, stop: DecodeError) {
    let packet = DecodedPacket(bytes, linkType: linkType)
    #expect(packet.stop == stop)
    #expect(packet.path.count == 1)
  }
}
