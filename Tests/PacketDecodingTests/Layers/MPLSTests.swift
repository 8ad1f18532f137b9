import PacketDecoding
import TestSupport
import Testing

struct MPLSTests {
  @Test(arguments: [0x8847, 0x8848] as [UInt16])
  func readsAStackOfLabels(type: UInt16) {
    let packet = DecodedPacket(ethernet: type, "0001 0040 0002 0040 0003 0140" + Frames.inner)
    #expect(packet.path.description == "eth/mpls/ip/tcp")
    #expect(packet.destinationPort == 80)
  }

  @Test func tellsTheVersionOfIPBehindTheLabels() {
    let packet = DecodedPacket(ethernet: 0x8847, "0001 0140" + Frames.ipv6(6, Frames.syn))
    #expect(packet.path.description == "eth/mpls/ipv6/tcp")
  }

  @Test func readsAPseudowireWithAControlWord() {
    let frame = Frames.ethernet(0x0800, Frames.inner)
    let packet = DecodedPacket(ethernet: 0x8847, "0001 0140 0000 002a" + frame)
    #expect(packet.path.description == "eth/mpls/pwethheuristic/pwethcw/eth/ip/tcp")
  }

  @Test func readsAPseudowireWithoutAControlWord() {
    let frame = "3333 0000 0016 0000 5e00 530a 86dd" + Frames.ipv6(6, Frames.syn)
    let packet = DecodedPacket(ethernet: 0x8847, "0001 0140" + frame)
    #expect(packet.path.description == "eth/mpls/pwethheuristic/pwethnocw/eth/ipv6/tcp")
  }

  @Test(
    arguments: [
      ("0001 0140", "eth/mpls"), ("0001 0140 1000 0000", "eth/mpls/pwach"),
      ("0001 0140 0000 0000 aabb", "eth/mpls/pwethheuristic"),
      ("0001 0140 9999 9999", "eth/mpls/pwethheuristic"),
      ("0001 0140 1000 0022", "eth/mpls/pwach/bfd"),
      ("0001 0140 1000 7fff", "eth/mpls/pwach"),
    ] as [(Bytes, String)])
  func leavesAloneWhatItCannotTell(bytes: Bytes, path: String) {
    let packet = DecodedPacket(ethernet: 0x8847, bytes)
    #expect(packet.path.description == path)
    #expect(packet.stop == nil)
  }

  @Test func stopsAtAStackWithoutABottom() {
    let labels = (0..<20).map { _ in Bytes("0001 0040") }.reduce("" as Bytes, +)
    let packet = DecodedPacket(ethernet: 0x8847, labels)
    #expect(packet.stop == .truncated(needed: 4, available: 0, at: 94))
  }
}
