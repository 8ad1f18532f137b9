import Findings
import PacketDecoding
import Testing

struct DisplayFilterTests {
  private let v4 = IPAddress(v4: 0xC000_0201)
  private let v6 = IPAddress(high: 0x2001_0DB8_0000_0000, low: 1)

  @Test func namesTheFamilyOfAddresses() {
    #expect(DisplayFilter.host(v4) == "ip.addr == 192.0.2.1")
    #expect(DisplayFilter.host(v6) == "ipv6.addr == 2001:db8::1")
    #expect(DisplayFilter.from(v6) == "ipv6.src == 2001:db8::1")
    #expect(DisplayFilter.service(v4, "tcp", 80) == "ip.addr == 192.0.2.1 && tcp.port == 80")
  }

  @Test func keepsAlternativesTogether() {
    let either = DisplayFilter.any(["a == 1", "b == 2"])
    #expect(DisplayFilter.all("c", either) == "c && (a == 1 || b == 2)")
  }

  @Test func escapesWhatWouldEndAString() {
    #expect(
      DisplayFilter.equals("dns.qry.name", "a\"b\\c\n\u{1}")
        == "dns.qry.name == \"a\\\"b\\\\c\\x0a\\x01\"")
  }

  @Test func namesFewFrames() {
    #expect(DisplayFilter.frames([1, 22]) == "frame.number in {1, 22}")
    #expect(DisplayFilter.frames(Array(1...500)).utf8.count < 120)
  }
}
