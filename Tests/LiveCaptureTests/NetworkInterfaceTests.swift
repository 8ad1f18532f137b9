import LiveCapture
import Testing

struct NetworkInterfaceTests {
  @Test func listsTheLoopbackInterface() throws {
    let all = try NetworkInterface.all()
    let loopback = try #require(all.first { $0.name == "lo" })
    #expect(loopback.isLoopback && !loopback.isWireless)
    #expect(Set(all.map(\.name)).count == all.count)
    if loopback.isUp { #expect(loopback.addresses.contains("127.0.0.1")) }
  }
}
