import PacketDecoding
import TestSupport

extension FrameCatalog {
  /// Packets that tell of other packets.
  static let quotes = [
    Frame(
      path: "ip/icmp", linkType: 228, bytes: Frames.ipv4(1, "0303 fcfc 0000 0000" + Frames.inner),
      quoted: "ip/tcp"),
    Frame(
      path: "ip/icmp", linkType: 228,
      bytes: Frames.ipv4(
        1,
        "0b00 f4ff 0000 0000"
          + Frames.ipv4(
            17, Frames.udp(to: 4789, "0800 0000 0000 7b00" + Frames.ethernet(0x0800, Frames.inner)))
      ), quoted: "ip/udp/vxlan/eth/ip/tcp"),
    Frame(
      path: "ipv6/icmpv6", linkType: 229,
      bytes: Frames.ipv6(58, "0200 7b2a 0000 0500" + IPv6Tests.chain),
      quoted: "ipv6/ipv6.routing/ipv6.dstopts/mipv6/hip/shim6/ah/udp"),
    sflow(SFlowTests.datagram([SFlowTests.sample([SFlowTests.ethernetRecord])])),
    sflow(SFlowTests.datagram([SFlowTests.counters, SFlowTests.expandedSample])),
  ]

  private static func sflow(_ datagram: Bytes) -> Frame {
    Frame(
      path: "ip/udp/sflow", linkType: 228, bytes: Frames.ipv4(17, Frames.udp(to: 6343, datagram)),
      quoted: "eth/ip/tcp")
  }
}
