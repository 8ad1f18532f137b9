import PacketDecoding
import TestSupport
import Testing

struct IMAPTests {
  static let talk: [Piece] = [
    .server("* OK [CAPABILITY IMAP4rev1] ready\r\n"), .client("a1 CAPABILITY\r\n"),
    .server("* CAPABILITY IMAP4rev1 STARTTLS\r\na1 OK done\r\n"),
    .client("a2 LOGIN \"fred foobar\" \"fat man\"\r\n"), .server("a2 NO wrong\r\n"),
    .client("a3 login fred {7}\r\n"), .server("+ go on\r\n"), .client("fat man\r\n"),
    .server("a3 OK in\r\n"), .client("a4 UID FETCH 1 BODY[]\r\n"),
    .server("* 1 FETCH (UID 1 BODY[] {24}\r\na4 BAD in the message\r\n)\r\na4 OK done\r\n"),
  ]

  @Test func readsCommandsAndAnswers() {
    let reading = IMAP.everyReading(Self.talk)
    #expect(reading[IMAP.command] == ["CAPABILITY", "LOGIN", "LOGIN", "UID"])
    #expect(reading[IMAP.status] == ["OK", "OK", "NO", "OK", "OK"])
    #expect(reading[IMAP.user] == ["fred foobar", "fred"])
    #expect(reading[IMAP.capability] == ["IMAP4REV1", "STARTTLS"])
    #expect(reading.infos.contains("Response: * 1 FETCH"))
  }

  @Test func neverSaysASecret() {
    #expect(!IMAP.reading(Self.talk).text.contains("fat man"))
    let reading = IMAP.everyReading([
      .client("a1 AUTHENTICATE PLAIN\r\n"), .server("+ \r\n"), .client("SECRET NOOP\r\n"),
      .server("a1 OK\r\n"), .client("a2 LOGIN {6}\r\nSECRET {6}\r\nSECRET\r\na3 NOOP\r\n"),
    ])
    #expect(!reading.text.contains("SECRET"))
    #expect(reading[IMAP.command] == ["AUTHENTICATE", "LOGIN", "NOOP"])
  }

  @Test func becomesTLS() {
    let reading = IMAP.everyReading([
      .client("a1 STARTTLS\r\n"), .server("* BYE-BYE\r\na1 OK begin\r\n"),
    ])
    #expect(reading.becomes == .tls)
    #expect(IMAP.reading([.client("a1 STARTTLS\r\n"), .server("a1 NO\r\n")]).becomes == nil)
  }

  @Test func survivesDamage() { IMAP.readDamaged(Self.talk) }
}
