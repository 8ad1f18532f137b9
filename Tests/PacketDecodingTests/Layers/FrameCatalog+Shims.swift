import PacketDecoding
import TestSupport

extension FrameCatalog {
  /// Small headers between two well-known ones, and tunnels over UDP, in their rarer shapes.
  static let shims =
    [
      ("avsp/ip/tcp", 0xD28B, "0001 0120 0000 0000 0000 0800" + inner),
      ("cmd/ip/tcp", 0x8909, "0102 0001 0064 0001 0065 0800" + inner),
      ("nsh/nsh/ipv6/tcp", 0x894F, "0fc2 0204 0000 0aff 0fc2 0202 0000 0aff" + inner6),
      ("nsh/eth/ip/tcp", 0x894F, "0fc2 0203 0000 0aff" + frame),
      ("nsh/mpls/ip/tcp", 0x894F, "0fc2 0205 0000 0aff 0001 0140" + inner),
    ].map { (path: String, type: UInt16, rest: Bytes) in
      Frame(path: "eth/" + path, linkType: 1, bytes: Frames.ethernet(type, rest))
    }
    + [
      ("gre/cmd/ip/tcp", 47, "0000 8909 0800 0101 0001 0064" + inner),
      ("gre/ip/tcp", 47, "0000 883e" + inner),
      ("gre/fr/ip/tcp", 47, "0000 6559 1841 03cc" + inner),
      ("pim/ipv6/tcp", 103, "2100 defe 4000 0000" + inner6),
      ("udp/ip/tcp", 17, Frames.udp(to: 4790, "0c00 0001 0000 7b00" + inner)),
      (
        "udp/nsh/ip/tcp", 17,
        Frames.udp(to: 4790, "0400 0004 0000 0000 0fc2 0201 0000 0aff" + inner)
      ),
      ("udp/mpls/ipv6/tcp", 17, Frames.udp(to: 6635, "0001 0040 0002 0140" + inner6)),
      (
        "udp/gtp/ip/tcp", 17,
        Frames.udp(to: 40_000, from: 2152, "30ff 003c 0000 0001" + inner)
      ),
    ].map { (path: String, ipProtocol: UInt8, payload: Bytes) in
      Frame(
        path: "eth/ip/" + path, linkType: 1,
        bytes: Frames.ethernet(0x0800, Frames.ipv4(ipProtocol, payload)))
    }

  private static let inner = Frames.inner
  private static let inner6 = Frames.ipv6(6, Frames.syn)
  private static let frame = Frames.ethernet(0x0800, inner)
}
