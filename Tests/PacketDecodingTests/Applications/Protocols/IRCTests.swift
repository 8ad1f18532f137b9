import PacketDecoding
import TestSupport
import Testing

struct IRCTests {
  static let talk: [Piece] = [
    .client("PASS SECRET\r\nNICK wiz\r\nUSER guest 0 * :Ronnie\r\n"),
    .server(":irc.example NOTICE * :hello\r\n:irc.example 001 wiz :Welcome\r\n"),
    .client("JOIN #a,#b SECRETKEY\r\nPRIVMSG NickServ :IDENTIFY SECRET\r\nSECRET\r\n"),
    .server("@time=1 :wiz!g@h JOIN #a\r\nPING :1\r\n"),
  ]

  @Test func readsCommandsNamesAndChannels() {
    let reading = IRC.everyReading(Self.talk)
    #expect(reading[IRC.request] == ["PASS", "NICK", "USER", "JOIN", "PRIVMSG"])
    #expect(reading[IRC.response] == ["NOTICE", "001", "JOIN", "PING"])
    #expect(reading[IRC.nick] == ["wiz"] && reading[IRC.channel] == ["#a", "#b"])
    #expect(!reading.text.contains("SECRET"))
    IRC.readDamaged(Self.talk)
  }

  @Test func becomesTLS() {
    let reading = IRC.everyReading([
      .client("STARTTLS\r\n"), .server(":irc.example 670 * :go ahead\r\n"),
    ])
    #expect(reading.becomes == .tls)
  }

  @Test func recognizesRegistration() {
    let first = Bytes(text: "NICK a\r\nUSER a 0 * :a\r\n")
    #expect(first.withReader { IRC.recognizesStream($0) })
    #expect(!first.prefix(12).withReader { IRC.recognizesStream($0) })
  }
}
