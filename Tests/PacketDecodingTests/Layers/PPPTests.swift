import PacketDecoding
import TestSupport
import Testing

struct PPPTests {
  @Test(arguments: [9, 50] as [UInt16], ["ff03 0021", "0021", "21", "ff03 21"] as [Bytes])
  func readsItWithAndWithoutFraming(linkType: UInt16, header: Bytes) {
    let packet = DecodedPacket(header + Frames.inner, linkType: linkType)
    #expect(packet.path.description == "ppp/ip/tcp")
    #expect(packet.endpoints == "192.0.2.10:34376 > 198.51.100.10:80")
  }

  @Test(
    arguments: [
      ("0057", "ppp/ipv6"), ("0023", "ppp/osi"), ("002b", "ppp/ipx"), ("003d", "ppp/mp"),
      ("8021", "ppp/ipcp"), ("8057", "ppp/ipv6cp"), ("80fd", "ppp/ccp"), ("c021", "ppp/lcp"),
      ("c023", "ppp/pap"), ("c223", "ppp/chap"), ("c227", "ppp/eap"), ("0281", "ppp/mpls"),
    ] as [(Bytes, String)])
  func readsProtocols(number: Bytes, path: String) {
    #expect(DecodedPacket("ff03" + number, linkType: 9).path.description == path)
  }

  @Test func countsAnUnknownProtocolByNumber() {
    #expect(DecodedPacket("ff03 8281 00", linkType: 9).unknown.description == "ppp proto 0x8281")
  }

  @Test(
    arguments: [
      ("0f00 0800", "chdlc/ip"), ("8f00 8035", "chdlc/slarp"), ("8f00 2000", "chdlc/cdp"),
      ("0f00 fefe 00 83", "chdlc/osi/isis"), ("0f00 86dd", "chdlc/ipv6"),
    ] as [(Bytes, String)], [50, 104] as [UInt16])
  func readsCiscoHDLC(frame: (bytes: Bytes, path: String), linkType: UInt16) {
    #expect(DecodedPacket(frame.bytes, linkType: linkType).path.description == frame.path)
  }

  @Test func leavesPaddingOutOfASession() {
    let session: Bytes = "1100 0001 0006 c021 0101 0004" + "0000 0000 0000"
    let packet = DecodedPacket(ethernet: 0x8864, session)
    #expect(packet.path.description == "eth/pppoes/ppp/lcp")
    #expect(packet.payload == 22..<26)
    #expect(packet.payloadLength == 4)
  }

  @Test func takesASessionThatIsLongerThanItsFrame() {
    let packet = DecodedPacket(ethernet: 0x8864, "1100 0001 ffff 0021" + Frames.inner)
    #expect(packet.path.description == "eth/pppoes/ppp/ip/tcp")
    #expect(packet.stop == nil)
  }
}
