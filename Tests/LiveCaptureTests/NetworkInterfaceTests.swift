import LiveCapture
import Testing

struct NetworkInterfaceTests {
  @Test func listsTheLoopbackInterface() throws {
    let loopback = try NetworkInterface.all().first { $0.isLoopback }
    #expect(loopback?.name == "lo")
  }
}
