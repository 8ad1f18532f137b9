import PacketDecoding
import TestSupport

extension FrameCatalog {
  /// 802.11 in its rarer shapes, and what radios put in front of it.
  static let radio = [
    Frame(path: "wlan/wlan_aggregate/llc/ip/tcp", linkType: 105, bytes: WLANTests.aggregate),
    Frame(
      path: "wlan/llc/ip/tcp", linkType: 105,
      bytes: "8802" + rest + "0001 021f 0100 0000 0000 5e00 5302 0000 5e00 5303"
        + WLANTests.snap + inner),
    Frame(path: "wlan", linkType: 105, bytes: "8000" + rest + zeros(12)),
    Frame(
      path: "prism/wlan/llc/ip/tcp", linkType: 119,
      bytes: "4400 0000 1800 0000 7761 6e30 0000 0000 0000 0000 0000 0000" + data),
    Frame(
      path: "prism/wlan/llc/ip/tcp", linkType: 119,
      bytes: "0000 0044 0000 0010 aabb ccdd 0000 0000" + data),
    Frame(
      path: "wlancap/wlan/llc/ip/tcp", linkType: 163, bytes: "8021 1001 0000 000c aabb ccdd" + data),
    Frame(
      path: "sll/radiotap/wlan/llc/ip/tcp", linkType: 113,
      bytes: "0000 0323 0006 0000 5e00 530a 0000 0004" + WLANTests.radiotap + data),
  ]

  /// Tags, local networks of old, and capture systems of other kinds.
  static let tags =
    [
      ("vntag/ip/tcp", 0x8926, "0001 0002 0800" + inner),
      ("hsr/ip/tcp", 0x892F, "0034 0001 0800" + inner),
      ("ieee8021cb/vlan/ip/tcp", 0xF1C1, "0000 0001 8100 001e 0800" + inner),
      ("etag/ip/tcp", 0x893F, "0001 0002 0000 0800" + inner),
      ("ieee8021ah/ip/tcp", 0x88E7, "0000 0001 0000 5e00 5301 0000 5e00 530a 0800" + inner),
      ("trill/eth/ip/tcp", 0x22F3, "0040 0001 0002 aabb ccdd" + frame),
      ("batadv/eth/ip/tcp", 0x4305, "400f 3201 0000 5e00 530a" + frame),
      ("batadv/eth/ip/tcp", 0x4305, "010f 3200 0000 0001 0000 5e00 530a" + frame),
    ].map { (path: String, type: UInt16, bytes: Bytes) in
      Frame(path: "eth/" + path, linkType: 1, bytes: Frames.ethernet(type, bytes))
    }
    + [
      Frame(
        path: "eth/isl/eth/ip/tcp", linkType: 1,
        bytes: "0100 0c00 0003 0000 5e00 530a 005a aaaa 0300 005e 003c 0001 0000" + frame),
      Frame(
        path: "tr/llc/ip/tcp", linkType: 6,
        bytes: "1040 0000 5e00 5301 8000 5e00 530a 0620 1234 5678" + WLANTests.snap + inner),
      Frame(
        path: "fddi/llc/ip/tcp", linkType: 10,
        bytes: "50 0000 5e00 5301 0000 5e00 530a" + WLANTests.snap + inner),
      Frame(path: "ipfc/llc/ip/tcp", linkType: 122, bytes: zeros(16) + WLANTests.snap + inner),
      Frame(path: "llc/ip/tcp", linkType: 100, bytes: WLANTests.snap + inner),
      Frame(path: "llc/eth/ip/tcp", linkType: 100, bytes: "aaaa 0300 80c2 0007 0000" + frame),
      Frame(path: "clip/ip/tcp", linkType: 106, bytes: inner),
      Frame(path: "enc/ip/tcp", linkType: 109, bytes: "0200 0000 0000 0001 0000 0000" + inner),
      Frame(path: "pflog/ip/tcp", linkType: 117, bytes: "0502 0000 aabb ccdd" + inner),
      Frame(path: "juniper/ppp/ip/tcp", linkType: 179, bytes: "4d47 4301 0021" + inner),
      Frame(path: "juniper/fr/ip/tcp", linkType: 180, bytes: "4d47 4301 1841 03cc" + inner),
      Frame(path: "juniper/chdlc/ip/tcp", linkType: 181, bytes: "4d47 4301 0f00 0800" + inner),
      Frame(path: "null/ppp/ip/tcp", linkType: 0, bytes: "ff03 0021" + inner),
      Frame(path: "ppp/mp/ppp/ip/tcp", linkType: 9, bytes: "ff03 003d c000 0001 0021" + inner),
      Frame(path: "ppp/eth/ip/tcp", linkType: 9, bytes: "ff03 0031 0001" + frame),
      Frame(path: "usb", linkType: 220, bytes: zeros(64)),
      Frame(path: "bluetooth", linkType: 201, bytes: "0102 0304"),
      Frame(path: "sctp", linkType: 248, bytes: "0b59 0b59 0000 0e50 53c3 05c7 0100 0018"),
    ]

  private static let inner = Frames.inner
  private static let frame = Frames.ethernet(0x0800, inner)
  private static let rest = Bytes(Array(WLANTests.data.array[2...]))
  private static let data = WLANTests.data + WLANTests.snap + inner

  private static func zeros(_ count: Int) -> Bytes { Bytes([UInt8](repeating: 0, count: count)) }
}
