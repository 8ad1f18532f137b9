import PacketDecoding
import TestSupport

/// A frame for every layer, for what must hold for all of them.
enum FrameCatalog {
  struct Frame: Sendable, CustomStringConvertible {
    var path: String
    var linkType: UInt16
    var bytes: Bytes
    /// The layers of a packet that this one quotes.
    var quoted = ""

    var description: String { "\(path) on link type \(linkType)" }
  }

  static let all =
    link + network + transport + tunnels + moreTunnels + tags + radio + headers + pseudoHeaders
    + shims
    + quotes

  private static func frame(_ path: String, _ bytes: Bytes, linkType: UInt16 = 1) -> Frame {
    Frame(path: path, linkType: linkType, bytes: bytes)
  }

  private static func ethernet(_ path: String, _ type: UInt16, _ rest: Bytes) -> Frame {
    frame("eth/" + path, Frames.ethernet(type, rest))
  }

  private static func ip(_ path: String, _ ipProtocol: UInt8, _ payload: Bytes) -> Frame {
    ethernet("ip/" + path, 0x0800, Frames.ipv4(ipProtocol, payload))
  }

  private static let inner = Frames.inner

  private static let link = [
    ethernet("vlan/ip/tcp", 0x8100, "001e 0800" + inner),
    ethernet("ieee8021ad/vlan/ip/tcp", 0x88A8, "0064 8100 001f 0800" + inner),
    ethernet("llc/ip/tcp", 68, "aaaa 03 000000 0800" + inner),
    ethernet("llc/stp", 7, "4242 03 0000 0000"),
    ethernet("mpls/ip/tcp", 0x8847, "0001 0040 0001 1140" + inner),
    ethernet(
      "mpls/pwethheuristic/pwethcw/eth/ip/tcp", 0x8847,
      "0001 1140 0000 0001" + Frames.ethernet(0x800, inner)),
    ethernet("pppoes/ppp/ip/tcp", 0x8864, "1100 0001 003e 0021" + inner),
    ethernet("arp", 0x0806, ARPTests.request),
    frame("sll/ip/tcp", LinuxCookedTests.first + inner, linkType: 113),
    frame("sll/ip/tcp", LinuxCookedTests.second + inner, linkType: 276),
    frame("null/ip/tcp", "0200 0000" + inner), frame("raw/ip/tcp", inner, linkType: 101),
    frame("ip/tcp", inner, linkType: 228),
    frame("ipv6/tcp", Frames.ipv6(6, Frames.syn), linkType: 229),
    frame("ppp/ip/tcp", "ff03 0021" + inner, linkType: 9),
    frame("chdlc/ip/tcp", "0f00 0800" + inner, linkType: 104),
    frame("pppoes/ppp/ip/tcp", "1100 0001 003e 0021" + inner, linkType: 51),
    frame("wlan/llc/ip/tcp", WLANTests.data + WLANTests.snap + inner, linkType: 105),
    frame(
      "radiotap/wlan/llc/ip/tcp",
      WLANTests.radiotap + WLANTests.data + WLANTests.snap + inner, linkType: 127),
  ].map { $0.path == "null/ip/tcp" ? frame($0.path, $0.bytes, linkType: 0) : $0 }

  private static let network = [
    ethernet("ip/tcp", 0x0800, Frames.ipv4(6, Frames.syn, options: "0783 0400 0000 0000")),
    ethernet("ip/icmp", 0x0800, Frames.ipv4(1, Frames.ping, fragment: 0x2000)),
    ethernet("ip", 0x0800, Frames.ipv4(1, Frames.ping, fragment: 0x00B9)),
    ethernet("ipv6/tcp", 0x86DD, Frames.ipv6(6, Frames.syn)),
    ethernet("ipv6/ipv6.hopopts/icmpv6", 0x86DD, IPv6Tests.listenerReport),
    ethernet(
      "ipv6/ipv6.fraghdr/udp", 0x86DD,
      Frames.ipv6(44, "1100 0001 079b 60ad" + Frames.dnsQuery)),
    ethernet("ipv6/ipv6.routing/ipv6.dstopts/mipv6/hip/shim6/ah/udp", 0x86DD, IPv6Tests.chain),
  ]

  private static let transport = [
    ip("udp", 17, Frames.dnsQuery), ip("icmp", 1, Frames.ping),
    ip("igmp", 2, "1600 09f9 e000 00fb"),
    ip("sctp", 132, "0b59 0b59 0000 0e50 53c3 05c7 0100 0018"), ip("dccp", 33, "1389 1389 0000"),
    ip("udplite", 136, "1389 1389 0008 0000"), ip("esp", 50, "0000 0001 0000 0001 aabb ccdd"),
  ]

  private static let tunnels = [
    ip("ip/tcp", 4, inner), ip("ipv6/tcp", 41, Frames.ipv6(6, Frames.syn)),
    ip("ah/tcp", 51, "0604 0000 0000 0100 0000 0001 aabb ccdd eeff 0011 2233 4455" + Frames.syn),
    ip("etherip/eth/ip/tcp", 97, "3000" + Frames.ethernet(0x0800, inner)),
    ip("gre/ip/tcp", 47, "b000 0800 0000 0000 0000 0001 0000 0002" + inner),
    ip("gre/ppp/ip/tcp", 47, "3081 880b 0000 0000 0000 0001 0000 0002 ff03 0021" + inner),
    ip(
      "gre/erspan/eth/ip/tcp", 47,
      "1000 88be 0000 0001 1064 0000 0000 0000" + Frames.ethernet(0x0800, inner)),
    ip(
      "gre/erspan/eth/ip/tcp", 47,
      "1000 22eb 0000 0001 2064 0000 0000 0000 0000 0001 0000 0000 0000 0000"
        + Frames.ethernet(0x0800, inner)),
    ip(
      "udp/vxlan/eth/ip/tcp", 17,
      Frames.udp(to: 4789, "0800 0000 0000 7b00" + Frames.ethernet(0x0800, inner))),
    ip(
      "udp/geneve/eth/ip/tcp", 17,
      Frames.udp(to: 6081, "0100 6558 0000 0a00 0102 0300" + Frames.ethernet(0x0800, inner))),
    ip(
      "udp/gtp/ip/tcp", 17,
      Frames.udp(to: 2152, "34ff 0044 0000 0001 0000 0085 0110 0100" + inner)),
  ]
}
