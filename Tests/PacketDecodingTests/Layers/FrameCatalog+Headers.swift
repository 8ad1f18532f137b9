import PacketDecoding
import TestSupport

extension FrameCatalog {
  /// Headers that capture systems and switches add.
  static let headers =
    [
      Frame(path: "fr/ip/tcp", linkType: 107, bytes: "1841 03cc" + inner),
      Frame(path: "fr/ip/tcp", linkType: 107, bytes: "1841 0380 000000 0800" + inner),
      Frame(path: "fr/ip/tcp", linkType: 206, bytes: "1841 0800" + inner),
      Frame(path: "arcnet/ip/tcp", linkType: 7, bytes: "0102 f0" + inner),
      Frame(path: "arcnet/ip/tcp", linkType: 129, bytes: "0102 0000 d4 0000 00" + inner),
      Frame(path: "ipoib/ip/tcp", linkType: 242, bytes: zeros(40) + "0800 0000" + inner),
      Frame(path: "ipnet/ip/tcp", linkType: 226, bytes: "0102" + zeros(22) + inner),
      Frame(
        path: "nflog/ip/tcp", linkType: 239,
        bytes: "0200 0000 0500 0a00 7800 0000 4000 0900" + inner),
      Frame(
        path: "pktap/eth/ip/tcp", linkType: 258,
        bytes: "1000 0000 0100 0000 0100 0000 ffff ffff" + frame),
      Frame(
        path: "pktap/raw/ip/tcp", linkType: 149, bytes: "0c00 0000 0100 0000 0c00 0000" + inner),
      Frame(path: "ppi/eth/ip/tcp", linkType: 192, bytes: "0000 0c00 0100 0000 0000 0000" + frame),
      Frame(path: "juniper/eth/ip/tcp", linkType: 178, bytes: "4d47 4381 0003 aabb cc" + frame),
      Frame(path: "null/ip/tcp", linkType: 0, bytes: "0010 0800" + inner),
    ]
    + [
      ("avsp/ip/tcp", 0xD28B, "0001 0010 0000 0000 0000 0000 0800" + inner),
      ("cmd/ip/tcp", 0x8909, "0101 0001 0064 0800" + inner),
      ("nsh/ip/tcp", 0x894F, "0fc6 0101 0000 0aff" + zeros(16) + inner),
      ("ip/gre/ip/tcp", 0x0800, Frames.ipv4(47, "0000 883e 0000 0000" + inner)),
      ("ip/pim/ip/tcp", 0x0800, Frames.ipv4(103, "2100 defe 0000 0000" + inner)),
      ("ip/eth/ip/tcp", 0x0800, Frames.ipv4(143, frame)),
      (
        "ip/udp/eth/ip/tcp", 0x0800,
        Frames.ipv4(17, Frames.udp(to: 4790, "0c00 0003 0000 7b00" + frame))
      ),
      ("ip/udp/mpls/ip/tcp", 0x0800, Frames.ipv4(17, Frames.udp(to: 6635, "0001 0140" + inner))),
    ].map { (path: String, type: UInt16, rest: Bytes) in
      Frame(path: "eth/" + path, linkType: 1, bytes: Frames.ethernet(type, rest))
    }

  private static let inner = Frames.inner
  private static let frame = Frames.ethernet(0x0800, inner)

  private static func zeros(_ count: Int) -> Bytes { Bytes([UInt8](repeating: 0, count: count)) }
}
