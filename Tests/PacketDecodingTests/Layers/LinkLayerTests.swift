import PacketDecoding
import TestSupport
import Testing

struct LinkLayerTests {
  @Test(
    arguments: [
      (138, "ap1394"), (189, "usb"), (249, "usb"),
      (187, "bluetooth"), (195, "wpan"), (227, "can"), (253, "netlink"),
      (247, "infiniband"), (231, "dbus"), (252, "exportedPDU"),
    ] as [(UInt16, String)])
  func namesLinkTypesThatItDoesNotDecode(linkType: UInt16, name: String) {
    let packet = DecodedPacket("0102 0304", linkType: linkType)
    #expect(packet.path.description == name)
    #expect(packet.payload == 0..<4)
    #expect(packet.stop == nil && packet.unknown == .none)
  }

  @Test func countsAnUnknownLinkTypeByNumber() {
    let packet = DecodedPacket("0102 0304", linkType: 147)
    #expect(packet.unknown.description == "link type 147")
    #expect(packet.path.description == "")
  }
}

struct LoopbackTests {
  @Test(
    arguments: ["0200 0000", "0000 0002"] as [Bytes], [0, 108] as [UInt16])
  func readsTheFamilyInEitherByteOrder(family: Bytes, linkType: UInt16) {
    let packet = DecodedPacket(family + Frames.inner, linkType: linkType)
    #expect(packet.path.description == "null/ip/tcp")
    #expect(packet.sourcePort == 34376)
  }

  @Test(arguments: [10, 24, 28, 30] as [UInt32])
  func knowsTheFamilyOfIPv6OnEverySystem(family: UInt32) {
    let packet = DecodedPacket(
      Frames.number(family.byteSwapped) + Frames.ipv6(6, Frames.syn), linkType: 0)
    #expect(packet.path.description == "null/ipv6/tcp")
  }

  @Test(
    arguments: [
      ("0007", "null/osi/clnp"), ("0017", "null/ipx"), ("0806", "null/arp"),
    ] as [(Bytes, String)])
  func readsOtherFamilies(family: Bytes, path: String) {
    #expect(DecodedPacket("0000" + family + "8100 0000", linkType: 0).path.description == path)
  }

  /// Flags, then an EtherType.
  @Test(
    arguments: [
      ("0f00 0800", "null/ip"), ("0010 0800", "null/ip"), ("0f00 0806", "null/arp"),
      ("0f00 8847", "null/mpls"), ("0008 0000", "null/ip"),
    ] as [(Bytes, String)], [0, 108] as [UInt16])
  func readsAnEtherTypeInPlaceOfAFamily(header: (bytes: Bytes, path: String), linkType: UInt16) {
    let packet = DecodedPacket(header.bytes + Frames.inner, linkType: linkType)
    #expect(packet.path.description.hasPrefix(header.path))
    #expect(packet.unknown == .none)
  }

  @Test func readsIPv4BehindFlagsAndAnEtherType() {
    let packet = DecodedPacket("0f00 0800" + Frames.inner, linkType: 0)
    #expect(packet.path.description == "null/ip/tcp")
    #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
    #expect(packet.stop == nil)
  }

  @Test func countsFlagsWithAnUnknownEtherTypeAsAFamily() {
    let packet = DecodedPacket("0f00 88b5" + Frames.inner, linkType: 0)
    #expect(packet.path.description == "null")
    #expect(packet.unknown == UnknownProtocol(.addressFamily, 0xB588_000F as UInt32))
  }

  @Test func countsAnUnknownFamily() {
    #expect(DecodedPacket("0000 0063 0000", linkType: 0).unknown.number == 99)
  }

  @Test(arguments: [12, 14, 101] as [UInt16])
  func readsRawIPByItsVersion(linkType: UInt16) {
    #expect(DecodedPacket(Frames.inner, linkType: linkType).path.description == "raw/ip/tcp")
    let packet = DecodedPacket(Frames.ipv6(6, Frames.syn), linkType: linkType)
    #expect(packet.path.description == "raw/ipv6/tcp")
  }

  @Test func rejectsRawIPOfAnotherVersion() {
    let packet = DecodedPacket("5500 0000", linkType: 101)
    #expect(packet.stop == .invalid(.ipVersion, value: 5, at: 0))
    #expect(DecodedPacket("", linkType: 101).stop == .truncated(needed: 1, available: 0, at: 0))
  }
}

struct LinuxCookedTests {
  /// To us, from Ethernet (the layout of LINKTYPE_LINUX_SLL).
  static let first: Bytes = "0000 0001 0006 0000 5e00 530a 0000 0800"
  /// The same in the layout of Samples/cooked.pcap.
  static let second: Bytes = "0800 0000 0000 0005 0001 0006 0000 5e00 530a 0000"

  @Test(arguments: [(113, first), (276, second)] as [(UInt16, Bytes)])
  func readsTheAddressOfTheSender(linkType: UInt16, header: Bytes) {
    let packet = DecodedPacket(header + Frames.inner, linkType: linkType)
    #expect(packet.hasMAC)
    #expect(packet.sourceMAC.description == "00:00:5e:00:53:0a")
    #expect(packet.destinationMAC == .zero)
    #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
  }

  @Test func takesNoAddressOfAnotherLength() {
    let packet = DecodedPacket(
      "0000 0304 0000 0000 0000 0000 0000 0800" + Frames.inner, linkType: 113)
    #expect(!packet.hasMAC)
    #expect(packet.path.description == "sll/ip/tcp")
  }

  @Test(
    arguments: [
      ("0000 0001 0006 0000 5e00 530a 0000 0001", "sll/ipx"),
      ("0000 0001 0006 0000 5e00 530a 0000 0004", "sll/llc/stp"),
      ("0000 0118 0000 0000 0000 0000 0000 000c", "sll/can"),
      ("0000 0338 0000 0000 0000 0000 0000 0000", "sll/netlink"),
    ] as [(Bytes, String)])
  func readsOtherContents(header: Bytes, path: String) {
    #expect(DecodedPacket(header + "4242 0300", linkType: 113).path.description == path)
  }
}
