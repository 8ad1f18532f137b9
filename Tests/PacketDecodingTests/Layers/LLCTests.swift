import PacketDecoding
import TestSupport
import Testing

struct LLCTests {
  static func path(_ bytes: Bytes) -> String {
    DecodedPacket(ethernet: UInt16(bytes.array.count), bytes).path.description
  }

  @Test(
    arguments: [
      ("0606 03", "eth/llc/ip"), ("4242 03", "eth/llc/stp"), ("e0e0 03", "eth/llc/ipx"),
      ("1010 03", "eth/llc/ipx"), ("f0f0 03", "eth/llc/netbios"),
      ("fefe 03 81", "eth/llc/osi/clnp"),
      ("fefe 03 82", "eth/llc/osi/esis"), ("fefe 03 83", "eth/llc/osi/isis"),
      ("fefe 03 00", "eth/llc/osi/clnp"), ("fefe 03 45", "eth/llc/osi"),
      ("fefe 03 cc", "eth/llc/osi/ip"), ("8282 03", "eth/llc/bacnet"), ("0404 03", "eth/llc/sna"),
      ("4242 13", "eth/llc"), ("4242 bf", "eth/llc"), ("f0f0 0101", "eth/llc"),
    ] as [(Bytes, String)])
  func readsAccessPoints(bytes: Bytes, path: String) {
    #expect(Self.path(bytes) == path)
  }

  @Test(
    arguments: [
      ("000000 86dd 6000", "eth/llc/ipv6"), ("0000f8 0806 0000", "eth/llc/arp"),
      ("00000c 2000 00", "eth/llc/cdp"), ("00000c 2003 00", "eth/llc/vtp"),
      ("00000c 2004 00", "eth/llc/dtp"), ("00000c 010b 00", "eth/llc/stp"),
      ("00000c 0104 00", "eth/llc/pagp"), ("00000c 0111 00", "eth/llc/udld"),
      ("080007 809b 00", "eth/llc/ddp"), ("0080c2 0007 0000 00", "eth/llc/eth"),
      ("0080c2 0001 0000 00", "eth/llc/eth"),
      ("0080c2 0003 0000 00", "eth/llc/tr"), ("0080c2 000a 0000 00", "eth/llc/fddi"),
      ("00005e 0003 00", "eth/llc/nhrp"), ("00000c 0108 00", "eth/llc/stp"),
      ("0080c2 000e 00", "eth/llc/stp"),
    ] as [(Bytes, String)])
  func readsSNAP(bytes: Bytes, path: String) {
    #expect(Self.path("aaaa 03" + bytes) == path)
  }

  @Test func skipsTheSecondByteOfControlOfInformationFrames() {
    let bytes: Bytes = "f0f0 0000 aabb"
    let packet = DecodedPacket(ethernet: 6, bytes)
    #expect(packet.path.description == "eth/llc/netbios")
    #expect(packet.payload == 18..<20)
  }

  @Test(
    arguments: [
      ("5555 03", "llc sap 0x55"), ("aaaa 03 123456 0001", "snap pid 0x1"),
      ("aaaa 03 00000c 0999", "snap pid 0x999"), ("aaaa 03 080007 0001", "snap pid 0x1"),
      ("aaaa 03 0080c2 00ff", "snap pid 0xff"), ("aaaa 03 000000 88b5", "ethertype 0x88b5"),
    ] as [(Bytes, String)])
  func countsUnknownNumbers(bytes: Bytes, text: String) {
    #expect(DecodedPacket(ethernet: UInt16(bytes.array.count), bytes).unknown.description == text)
  }
}
