import PacketDecoding
import TestSupport

extension FrameCatalog {
  /// Tunnels over UDP and GRE beside those of every day.
  static let moreTunnels =
    [
      ("l2tp/ppp/ip/tcp", 1701, "0002 0001 0002 ff03 0021" + inner),
      ("l2tp/ppp/ip/tcp", 1701, "4a02 0052 0001 0002 0003 0004 0002 0000 ff03 0021" + inner),
      ("l2tp", 1701, "c802 000c 0001 0000 0000 0000"),
      ("l2tp", 1701, "0003 0000 0000 0001 aabb"),
      ("teredo/ipv6/tcp", 3544, inner6), ("teredo/ipv6/tcp", 3544, "0000 9f3c 3ffd fefd" + inner6),
      (
        "teredo/ipv6/tcp", 3544,
        "0001 0204 aabb 0102 0304 0001 0203 0405 0607 00 0000 9f3c 3ffd fefd" + inner6
      ),
      ("udpencap/esp", 4500, "0000 0102 0000 0001 aabb"),
      ("udpencap", 4500, "ff"), ("udpencap", 4500, "0000 0000 0001 0203"),
      (
        "udpencap/isakmp", 4500,
        "0000 0000 0011 2233 4455 6677 0000 0000 0000 0000 2120 2208 0000 0000 0000 001c"
      ),
      ("gre/ip/tcp", 4754, "0000 0800" + inner), ("llc/ip/tcp", 12001, "0606 03" + inner),
      ("lisp-data/ip/tcp", 4341, "8800 0001 0000 0000" + inner),
      ("lisp-data/ipv6/tcp", 4341, "8800 0001 0000 0000" + inner6),
      (
        "ayiya/ipv6/tcp", 5072,
        "4152 1129 4f00 0001" + [UInt8](repeating: 7, count: 36).bytes + inner6
      ),
      ("tzsp/eth/ip/tcp", 37008, "0100 0001 0a01 05 00 01" + frame),
      ("tzsp/wlan/llc/ip/tcp", 37008, "0100 0012 01" + WLANTests.data + WLANTests.snap + inner),
      ("capwap/eth/ip/tcp", 5247, "0010 0000 0000 0000" + frame),
      (
        "capwap/wlan/llc/ip/tcp", 5247,
        "0010 0300 0000 0000 0108" + Bytes(Array(WLANTests.data.array[2...])) + WLANTests.snap
          + inner
      ),
      ("capwap", 5246, "0010 0200 0000 0000 0000 0001"), ("capwap", 5247, "0100 0000 1700"),
      (
        "lwapp/wlan", 12222, "081d 0018 e342 0040 0000 000b 8524 e890 0002 8ad8 de9a 000b 8524 e890"
      ),
      ("lwapp", 12223, "04c0 0008 0000 0c96 0000"),
      ("gtp", 2123, "3201 0004 0000 0000 0001 0000"),
      ("gtp", 2123, "4801 0004 0000 0000 0000 0100"),
      ("gtp/ip/tcp", 2152, "1eff 0048 0001 0000 ffff ffff 0000 0000 0000 0000" + inner),
    ].map { (path: String, port: UInt16, payload: Bytes) in
      Frame(
        path: "ip/udp/" + path, linkType: 228,
        bytes: Frames.ipv4(17, Frames.udp(to: port, payload)))
    }
    + [
      ("erspan/eth/ip/tcp", "0000 88be" + frame), ("cdp", "0000 2000 02b4"),
      ("eth/ip/tcp", "2000 6558 0000 7b00" + frame), ("osi/isis", "0000 00fe 8327"),
      ("erspan/ip/tcp", "1000 22eb 0000 0001 2064 0000 0000 0000 0000 0800" + inner),
      ("erspan", "1000 22eb 0000 0001 2064 0000 0000 0000 0000 1c00 aabb"),
      ("wlan/llc/ip/tcp", "0000 8200" + WLANTests.data + WLANTests.snap + inner),
    ].map { (path: String, payload: Bytes) in
      Frame(path: "ip/gre/" + path, linkType: 228, bytes: Frames.ipv4(47, payload))
    }

  private static let inner = Frames.inner
  private static let inner6 = Frames.ipv6(6, Frames.syn)
  private static let frame = Frames.ethernet(0x0800, inner)
}

extension [UInt8] {
  fileprivate var bytes: Bytes { Bytes(self) }
}
