import PacketDecoding
import Testing

struct IPAddressTests {
  /// The cases of RFC 5952.
  @Test(
    arguments: [
      (0, 0, "::"), (0, 1, "::1"), (0x2001_0db8_0000_0000, 1, "2001:db8::1"),
      (0x2001_0db8_0000_0001, 0x0001_0001_0001_0001, "2001:db8:0:1:1:1:1:1"),
      (0x2001_0000_0000_0001, 0x0000_0000_0000_0001, "2001:0:0:1::1"),
      (0x2001_0db8_0000_0000, 0x0001_0000_0000_0001, "2001:db8::1:0:0:1"),
      (0x2001_0db8_aaaa_bbbb, 0xcccc_dddd_eeee_0001, "2001:db8:aaaa:bbbb:cccc:dddd:eeee:1"),
      (0xfe80_0000_0000_0000, 0x0200_5eff_fe00_530a, "fe80::200:5eff:fe00:530a"),
      (0x0001_0002_0003_0004, 0x0005_0006_0007_0000, "1:2:3:4:5:6:7:0"),
      (0x0000_0002_0003_0004, 0x0005_0006_0007_0008, "0:2:3:4:5:6:7:8"),
      (0x0001_0000_0000_0000, 0, "1::"), (0, 0x0000_0001_0000_0000, "::1:0:0"),
      (0, 0x0000_FFFF_C000_0201, "::ffff:192.0.2.1"),
      (
        .max, .max,
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
      ),
    ] as [(UInt64, UInt64, String)])
  func writesTheCanonicalText(high: UInt64, low: UInt64, text: String) {
    #expect(IPAddress(high: high, low: low).description == text)
  }

  @Test(
    arguments: [
      (0, "0.0.0.0"), (0xC000_0201, "192.0.2.1"), (.max, "255.255.255.255"),
    ] as [(UInt32, String)])
  func writesDottedDecimal(bits: UInt32, text: String) {
    #expect(IPAddress(v4: bits).description == text)
  }

  @Test func tellsIPv4FromIPv6OfTheSameNumber() {
    #expect(IPAddress(v4: 1) != IPAddress(high: 0, low: 1))
  }

  @Test func sortsIPv4FirstThenByNumber() {
    let sorted = [
      IPAddress(v4: 0), IPAddress(v4: .max), IPAddress(high: 0, low: 0),
      IPAddress(high: 0, low: .max), IPAddress(high: 1, low: 0),
    ]
    #expect(sorted.reversed().sorted() == sorted)
  }
}

struct MACAddressTests {
  @Test(
    arguments: [
      (0, "00:00:00:00:00:00"), (0x0000_5E00_530A, "00:00:5e:00:53:0a"),
      (0xFFFF_FFFF_FFFF, "ff:ff:ff:ff:ff:ff"),
    ] as [(UInt64, String)])
  func writesPairsOfDigits(value: UInt64, text: String) {
    #expect(MACAddress(rawValue: value).description == text)
  }
}
