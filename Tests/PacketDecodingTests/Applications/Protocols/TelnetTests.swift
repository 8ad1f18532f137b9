import PacketDecoding
import TestSupport
import Testing

struct TelnetTests {
  static let talk: [Piece] = [
    .server(bytes: "fffd18 fffd20 fffb03"), .client(bytes: "fffb18 fffc20 fffd03"),
    .server(bytes: "fffa1801fff0"), .client(bytes: "fffa1800 787465726d fff0"),
    .server("login: "), .client(bytes: "736563726574 0d00 ffff 78"),
  ]

  @Test func readsOptionsAndTerminalsAndNothingTyped() {
    let reading = Telnet.everyReading(Self.talk)
    #expect(
      reading[Telnet.option] == [
        "Do Terminal Type", "Do Terminal Speed", "Will Suppress Go Ahead", "Will Terminal Type",
        "Won't Terminal Speed", "Do Suppress Go Ahead",
      ])
    #expect(reading[Telnet.terminal] == ["xterm"])
    #expect(!reading.text.contains("secret"))
    #expect(Telnet.reading(Self.talk).infos.last == "Telnet Data")
  }

  @Test func survivesDamage() { Telnet.readDamaged(Self.talk) }
}
