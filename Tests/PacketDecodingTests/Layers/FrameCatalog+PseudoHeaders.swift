import PacketDecoding
import TestSupport

extension FrameCatalog {
  /// Frame Relay, ARCnet, and what capture systems put in front, in their rarer shapes.
  static let pseudoHeaders = [
    Frame(path: "fr/ip/tcp", linkType: 107, bytes: "1842 0041 03cc" + inner),
    Frame(path: "fr/ipv6/tcp", linkType: 107, bytes: "1841 038e" + inner6),
    Frame(path: "fr/ppp/ip/tcp", linkType: 107, bytes: "1841 03cf 0021" + inner),
    Frame(path: "fr/eth/ip/tcp", linkType: 107, bytes: "1841 0300 8000 80c2 0007" + frame),
    Frame(path: "ppp/ip/tcp", linkType: 204, bytes: "ff03 0021" + inner),
    Frame(path: "chdlc/ip/tcp", linkType: 205, bytes: "0f00 0800" + inner),
    Frame(path: "arcnet/arp", linkType: 7, bytes: "0100 f1" + ARCnetTests.request),
    Frame(path: "arcnet/ip/tcp", linkType: 7, bytes: "0102 d4ff ffff d400 0001" + inner),
    Frame(path: "arcnet/ipv6/tcp", linkType: 129, bytes: "0102 0000 c400 0000" + inner6),
    Frame(path: "ipoib/ipv6/tcp", linkType: 242, bytes: zeros(40) + "86dd 0000" + inner6),
    Frame(path: "ipnet/ipv6/tcp", linkType: 226, bytes: "011a" + zeros(22) + inner6),
    Frame(
      path: "nflog/ipv6/tcp", linkType: 239,
      bytes: "0a00 0003 0500 0a00 7800 0000 0800 0100 86dd 0300 5400 0900" + inner6),
    Frame(
      path: "pktap/null/ip/tcp", linkType: 258,
      bytes: "0c00 0000 0100 0000 0000 0000 0200 0000" + inner),
    Frame(
      path: "ppi/radiotap/wlan/llc/ip/tcp", linkType: 192,
      bytes: "0000 0800 7f00 0000" + WLANTests.radiotap + WLANTests.data + WLANTests.snap + inner),
    Frame(path: "juniper/eth/ip/tcp", linkType: 178, bytes: "4d47 4301" + frame),
    Frame(path: "null/ip/tcp", linkType: 0, bytes: "0f00 0800" + inner),
    Frame(path: "null/ipv6/tcp", linkType: 108, bytes: "0f00 86dd" + inner6),
  ]

  private static let inner = Frames.inner
  private static let inner6 = Frames.ipv6(6, Frames.syn)
  private static let frame = Frames.ethernet(0x0800, inner)

  private static func zeros(_ count: Int) -> Bytes { Bytes([UInt8](repeating: 0, count: count)) }
}
