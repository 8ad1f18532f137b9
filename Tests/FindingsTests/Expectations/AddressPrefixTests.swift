import Findings
import PacketDecoding
import Testing

struct AddressPrefixTests {
  @Test(arguments: [
    "192.0.2.7", "0.0.0.0", "2001:db8::7", "::", "::1", "fe80::1:2:3:4", "1:2:3:4:5:6:7:8",
    "2001:db8::", "::ffff:192.0.2.1",
  ])
  func readsAddresses(text: String) throws {
    let prefix = try #require(AddressPrefix(text))
    #expect(prefix.address.description == text)
    #expect(prefix.length == (text.contains(":") ? 128 : 32))
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4/33", "1.2.3.4/", "/8", "1.2.3.4/8/9", "::/129",
    "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", ":1", "12345::", "g::", "1.2.3.-4", "10.0.0.*",
    "1:2:3:4:5:6:7::8:9", "1.2.3.4::", "example.org", "1.2.3.4/-1", "+1.2.3.4",
  ])
  func rejects(text: String) { #expect(AddressPrefix(text) == nil) }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.1", false),
    ("10.1.2.3/8", "10.9.9.9", true), ("0.0.0.0/0", "203.0.113.9", true),
    ("0.0.0.0/0", "::1", false), ("192.0.2.7", "192.0.2.7", true),
    ("192.0.2.7", "192.0.2.6", false), ("2001:db8::/32", "2001:db8:ffff::1", true),
    ("2001:db8::/32", "2001:db9::1", false), ("2001:db8::/64", "2001:db8::1:0:0:1", true),
    ("2001:db8::/65", "2001:db8::8000:0:0:1", false), ("::/0", "2001:db8::1", true),
    ("2001:db8::1/128", "2001:db8::2", false), ("192.0.2.0/31", "192.0.2.2", false),
  ])
  func contains(network: String, host: String, isInside: Bool) throws {
    let prefix = try #require(AddressPrefix(network))
    #expect(prefix.contains(try #require(AddressPrefix(host)).address) == isInside)
  }
}
