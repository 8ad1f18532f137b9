import PacketDecoding
import TestSupport
import Testing

struct HeadersTests {
  static let frame = Frames.ethernet(0x0800, Frames.inner)

  @Test func notesTheHeaderThatWasSampled() {
    let packet = DecodedPacket(ip: 17, Frames.udp(to: 6343, FrameCatalog.sample))
    #expect(packet.path.description == "eth/ip/udp/sflow")
    #expect(packet.quoted.description == "eth/ip/tcp")
    #expect(packet.stop == nil)
    #expect(packet.destinationPort == 6343)
  }

  @Test func notesTheDatagramThatAnErrorQuotes() {
    let packet = DecodedPacket(ip: 1, "0303 fcfc 0000 0000" + Frames.inner)
    #expect(packet.quoted.description == "ip/tcp")
    #expect(packet.path.description == "eth/ip/icmp")
    #expect(packet.sourcePort == 0)
  }

  @Test func quotesNothingInsideAQuote() {
    let error = Frames.ipv4(1, "0303 fcfc 0000 0000" + Frames.inner)
    let packet = DecodedPacket(ip: 1, "0303 fcfc 0000 0000" + error)
    #expect(packet.quoted.description == "ip/icmp")
  }

  @Test func readsWhatMACsecOnlyProtects() {
    let protected = "0100 0000 0001 0800" + Frames.inner + Bytes([UInt8](repeating: 9, count: 16))
    let packet = DecodedPacket(ethernet: 0x88E5, protected)
    #expect(packet.path.description == "eth/macsec/ip/tcp")
    #expect(packet.payloadLength == 0)
    let encrypted = DecodedPacket(ethernet: 0x88E5, "0d00 0000 0001 0102 0304")
    #expect(encrypted.path.description == "eth/macsec")
  }

  @Test(
    arguments: [
      (258, "0b00 0000 0100 0000 0100 0000", "pktap"),
      (258, "0c00 0000 0100 0000 0201 0000", "pktap"),
      (192, "0000 0700 0100 0000", "ppi"), (192, "0000 0800 c000 0000", "ppi"),
      (178, "4d47 4302 0000 0000", "juniper"), (239, "0200 0000 0300 0900", "nflog"),
      (239, "0300 0000 0500 0900 01", "nflog"),
      (1, "0000 5e00 5301 0000 5e00 530a 894f 0fc1 0101", "eth/nsh"),
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
}
