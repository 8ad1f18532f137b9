import PacketDecoding
import TestSupport
import Testing

struct POPTests {
  static let talk: [Piece] = [
    .server("+OK POP3 ready <1896.697170952@dbc.mtview.ca.us>\r\n"), .client("CAPA\r\n"),
    .server("+OK\r\nUSER\r\nSTLS\r\n-ERR no\r\n.\r\n"), .client("USER mrose\r\n"),
    .server("+OK\r\n"),
    .client("PASS tanstaaf\r\n"), .server("-ERR wrong\r\n"), .client("RETR 1\r\n"),
    .server("+OK 120 octets\r\n+OK this is the message\r\n.\r\n"), .client("QUIT\r\n"),
    .server("+OK bye\r\n"),
  ]

  @Test func readsCommandsAndAnswers() {
    let reading = POP.everyReading(Self.talk)
    #expect(reading[POP.command] == ["CAPA", "USER", "PASS", "RETR", "QUIT"])
    #expect(reading[POP.indicator] == ["+OK", "+OK", "+OK", "-ERR", "+OK", "+OK"])
    #expect(reading[POP.user] == ["mrose"])
    #expect(!reading.text.contains("tanstaaf"))
    #expect(reading.infos.contains("C: PASS"))
  }

  @Test func becomesTLS() {
    let reading = POP.everyReading([
      .server("+OK ready\r\n"), .client("STLS\r\n"), .server("+OK begin\r\n"),
    ])
    #expect(reading.becomes == .tls)
  }

  @Test func neverSaysASecret() {
    let reading = POP.everyReading([
      .server("+OK\r\n"), .client("AUTH PLAIN\r\n"), .server("+ \r\n"), .client("LIST SECRET\r\n"),
      .server("+OK\r\n"), .client("APOP mrose SECRETDIGEST\r\n"),
    ])
    #expect(!reading.text.contains("SECRET"))
    #expect(reading[POP.user] == ["mrose"])
  }

  @Test func survivesDamage() { POP.readDamaged(Self.talk) }
}
