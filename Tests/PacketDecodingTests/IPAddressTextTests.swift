import PacketDecoding
import Testing

@Suite struct IPAddressTextTests {
  @Test(arguments: ["0.0.0.0", "192.0.2.255", "::", "2001:db8::1", "::ffff:192.0.2.1", "1::"])
  func readsWhatItWrites(_ text: String) {
    #expect(IPAddress(text: text)?.description == text)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.256", "1.2.3.4.5", "+1.2.3.4", "1:2", "::1::", "12345::", "x",
  ])
  func readsNothingElse(_ text: String) {
    #expect(IPAddress(text: text) == nil)
  }

  @Test func readsAdapters() {
    #expect(MACAddress(text: "00:00:5e:00:53:14")?.rawValue == 0x0000_5E00_5314)
    #expect(MACAddress(text: "00-00-5E-00-53-14")?.rawValue == 0x0000_5E00_5314)
    #expect(MACAddress(text: "00:00:5e:00:53:1") == nil)
    #expect(MACAddress(text: "00:00:5e:00:53:+4") == nil)
  }
}
