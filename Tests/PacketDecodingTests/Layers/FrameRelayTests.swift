import PacketDecoding
import TestSupport
import Testing

struct FrameRelayTests {
  static func decode(_ bytes: Bytes) -> DecodedPacket { DecodedPacket(bytes, linkType: 107) }

  /// The last byte of a Q.922 address, and no other, is odd.
  @Test(arguments: ["19", "1841", "1840 01", "1840 0041", "1840 0040 41"] as [Bytes])
  func readsAddressesOfEveryLength(address: Bytes) {
    let packet = Self.decode(address + "03cc" + Frames.inner)
    #expect(packet.path.description == "fr/ip/tcp")
    #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
  }

  /// RFC 2427.
  @Test(
    arguments: [
      ("cc", "fr/ip"), ("8e", "fr/ipv6"), ("81", "fr/clnp"), ("82", "fr/esis"), ("83", "fr/isis"),
      ("cf 0021", "fr/ppp/ip"), ("00cc", "fr/ip"), ("80 000000 0800", "fr/ip"),
      ("0080 0080c2 0007", "fr/eth"), ("0080 0080c2 000e", "fr/stp"), ("80 00000c 2000", "fr/cdp"),
    ] as [(Bytes, String)])
  func readsNetworkLayerProtocols(identifier: Bytes, path: String) {
    let packet = Self.decode("1841 03" + identifier)
    #expect(packet.path.description == path)
    #expect(packet.unknown == .none)
  }

  @Test(arguments: [0x01, 0x08, 0xB0, 0xFF] as [UInt8])
  func countsAnUnknownIdentifier(identifier: UInt8) {
    let packet = Self.decode("1841 03" + Bytes([identifier]) + "0102")
    #expect(packet.unknown == UnknownProtocol(.nlpid, identifier))
    #expect(packet.path.description == "fr")
    #expect(packet.payload.count == 2)
  }

  @Test(arguments: [107, 206] as [UInt16])
  func readsCiscoEncapsulation(linkType: UInt16) {
    let packet = DecodedPacket("1841 86dd" + Frames.ipv6(6, Frames.syn), linkType: linkType)
    #expect(packet.path.description == "fr/ipv6/tcp")
  }

  /// ISO's protocols over numbered information frames, as in tcpdump's esis_snpa_asan.pcap.
  @Test func readsNumberedInformationFrames() {
    #expect(Self.decode("000c 0522 0082 1101 5500").path.description == "fr/esis")
    #expect(Self.decode("1841 2200 8327 0100").path.description == "fr/isis")
  }

  /// Connection 0 is for signalling, as in tcpdump's isis_stlv_asan-2.pcap.
  @Test(arguments: ["0001 2200 8327 0100", "0000 0007 2200 8327"] as [Bytes])
  func leavesSignallingAlone(bytes: Bytes) {
    #expect(Self.decode(bytes).path.description == "fr")
  }

  @Test func readsAFrameWithoutEncapsulation() {
    let packet = Self.decode("1841" + Frames.ethernet(0x0800, Frames.inner))
    #expect(packet.path.description == "fr/eth/ip/tcp")
  }

  /// A length may be longer than what there is of the frame.
  @Test func readsAFrameWithAWrongLength() {
    #expect(
      Self.decode("1841" + Frames.ethernet(60, "4242 0300 00")).path.description == "fr/eth/llc/stp"
    )
    let none = Self.decode("1841" + Frames.ethernet(1501, "4242 0300 00"))
    #expect(none.path.description == "fr")
  }

  @Test func endsWhereAnAddressHasNoEnd() {
    let packet = Self.decode("8000 0000 0200")
    #expect(packet.path.description == "fr")
    #expect(packet.stop == .truncated(needed: 1, available: 0, at: 6))
  }

  @Test func countsAnUnknownTypeOfCiscoEncapsulation() {
    #expect(Self.decode("1841 88b5").unknown == UnknownProtocol(.etherType, 0x88B5))
  }

  @Test func readsFramesInGRE() {
    let packet = DecodedPacket(ip: 47, "0000 6559 1841 03cc" + Frames.inner)
    #expect(packet.path.description == "eth/ip/gre/fr/ip/tcp")
  }
}
