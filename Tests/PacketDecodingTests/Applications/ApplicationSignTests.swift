import PacketDecoding
import TestSupport
import Testing

/// What parsers say of passwords, refusals and old dialects; the password itself is never in it.
struct ApplicationSignTests {
  @Test func seesPasswordsOfFTP() {
    let login: [Piece] = [
      .server("220 ready\r\n"), .client("USER alice\r\n"), .server("331 password\r\n"),
      .client("PASS SECRET\r\n"), .server("530 Login incorrect.\r\n"),
    ]
    let reading = FTP.everyReading(login)
    #expect(reading.signs == [.credential(.ftp), .loginRefused])
    #expect(!reading.text.contains("SECRET"))
    #expect(FTP.everyReading([.client("PASS SECRET\r\n")]).signs == [.credential(.ftp)])
  }

  @Test func anonymousUsersOfFTPHaveNoPassword() {
    for user in ["anonymous", "FTP"] {
      #expect(FTP.everyReading([.client("USER \(user)\r\nPASS me\r\n")]).signs.isEmpty)
    }
    #expect(FTP.everyReading([.client("PASS guest@\r\n")]).signs.isEmpty)
    #expect(FTP.everyReading([.client("USER alice\r\nPASS \r\n")]).signs.isEmpty)
    // Another answer to another command.
    #expect(FTP.everyReading([.client("SYST\r\n"), .server("530 log in\r\n")]).signs.isEmpty)
  }

  @Test func seesPasswordsOfTelnet() {
    let prompt: Piece = .server("\r\nPassword: ")
    #expect(
      Telnet.everyReading([.server("login: "), .client("al\r\n"), prompt, .client("pw\r\n")]).signs
        == [.credential(.telnet)])
    #expect(Telnet.everyReading([prompt, .client("\r\n")]).signs.isEmpty)
    #expect(Telnet.everyReading([.server("login: "), .client("alice\r\n")]).signs.isEmpty)
    #expect(
      Telnet.everyReading([.server("Password: "), .server("\r\n$ "), .client("ls")]).signs.isEmpty)
    // Commands are not typed.
    #expect(
      Telnet.everyReading([prompt, .client(bytes: "fffd01"), .client("pw")]).signs
        == [.credential(.telnet)])
  }

  @Test func seesPasswordsOfMail() {
    let pop: [Piece] = [.server("+OK\r\n"), .client("USER a\r\n"), .server("+OK\r\n")]
    #expect(
      POP.everyReading(pop + [.client("PASS SECRET\r\n"), .server("-ERR no\r\n")]).signs
        == [.credential(.pop), .loginRefused])
    #expect(POP.everyReading([.client("AUTH PLAIN AGEAYg==\r\n")]).signs == [.credential(.pop)])
    #expect(
      POP.everyReading([.client("APOP a c4c9334bac560ecc979e58001b3e22fb\r\n")]).signs.isEmpty)
    #expect(IMAP.everyReading([.client("a LOGIN joe SECRET\r\n")]).signs == [.credential(.imap)])
    #expect(
      IMAP.everyReading([.client("a LOGIN joe x\r\n"), .server("a NO wrong\r\n")]).signs
        == [.credential(.imap), .loginRefused])
    #expect(
      IMAP.everyReading([.client("a AUTHENTICATE CRAM-MD5\r\n"), .client("eA==\r\n")]).signs.isEmpty
    )
    #expect(IMAP.everyReading([.client("a AUTHENTICATE PLAIN AGEAYg==\r\n")]).signs.count == 1)
  }

  @Test func takesTheSecondAnswerOfALoginForThePassword() {
    let name: [Piece] = [
      .client("AUTH LOGIN\r\n"), .server("334 VXNlcm5hbWU6\r\n"), .client("YWxpY2U=\r\n"),
      .server("334 UGFzc3dvcmQ6\r\n"),
    ]
    #expect(SMTP.everyReading(name + [.client("*\r\n"), .server("501 ok\r\n")]).signs.isEmpty)
    let whole = SMTP.everyReading(name + [.client("U0VDUkVU\r\n"), .server("535 no\r\n")])
    #expect(whole.signs == [.credential(.smtp), .loginRefused])
    #expect(!whole.text.contains("U0VDUkVU"))
    #expect(SMTP.everyReading([.client("AUTH PLAIN AGEAYg==\r\n")]).signs == [.credential(.smtp)])
    #expect(SMTP.everyReading([.client("AUTH XOAUTH2 AGEAYg==\r\n")]).signs.isEmpty)
    #expect(SMTP.everyReading([.client("AUTH PLAIN\r\n"), .server("504 no\r\n")]).signs.isEmpty)
  }

  @Test func seesSimpleBindsWithAPassword() {
    #expect(LDAP.everyReading(LDAPTests.talk).signs == [.credential(.ldap), .loginRefused])
    let nobody = LDAPTests.message(
      1, ber(0x60, ber(2, [3]), berText(""), berText("", tag: 0x80)))
    #expect(LDAP.everyReading([.client(bytes: nobody)]).signs.isEmpty)
    let negotiated = LDAPTests.message(
      1, ber(0x60, ber(2, [3]), berText("cn=a"), ber(0xA3, berText("GSSAPI"))))
    #expect(LDAP.everyReading([.client(bytes: negotiated)]).signs.isEmpty)
  }

  /// A message of SMB 1 with one word.
  private func smb(_ command: UInt8, flags: UInt8, word: [UInt8], status: [UInt8] = [0, 0, 0, 0])
    -> Bytes
  {
    let body: [UInt8] =
      [0xFF, 0x53, 0x4D, 0x42, command] + status + [flags, 0, 0] + [UInt8](repeating: 0, count: 20)
      + [1] + word + [0, 0]
    return Bytes([0, 0, 0, UInt8(body.count)] + body)
  }

  @Test func seesServersThatAgreeToSMB1() {
    let agreed = smb(0x72, flags: 0x80, word: [0, 0])
    #expect(SMB.everyReading([.server(bytes: agreed)]).signs == [.speaksSMB1])
    let refused = smb(0x72, flags: 0x80, word: [0xFF, 0xFF])
    #expect(SMB.everyReading([.server(bytes: refused)]).signs.isEmpty)
    let offered = smb(0x72, flags: 0, word: [0, 0])
    #expect(SMB.everyReading([.client(bytes: offered)]).signs.isEmpty)
    #expect(
      SMB.everyReading([.server(bytes: smb(0x2B, flags: 0x80, word: [0, 0]))]).signs.count == 1)
    let failed = smb(0x73, flags: 0x80, word: [0, 0], status: [0x22, 0, 0, 0xC0])
    #expect(SMB.everyReading([.server(bytes: failed)]).signs.isEmpty)
  }

  @Test func tellsFailuresOfSIPFromWhatPeopleDo() {
    func signs(_ status: String, _ method: String = "INVITE") -> [ApplicationSign] {
      SIP.reading(Bytes(text: "SIP/2.0 \(status)\r\nCSeq: 7 \(method)\r\nl: 0\r\n\r\n")).signs
    }
    #expect(signs("503 Service Unavailable") == [.sipAnswer(isFailure: true)])
    #expect(signs("404 Not Found", "REGISTER") == [.sipAnswer(isFailure: true)])
    for status in ["200 OK", "401 Unauthorized", "486 Busy Here", "487 Request Terminated"] {
      #expect(signs(status) == [.sipAnswer(isFailure: false)])
    }
    #expect(signs("180 Ringing").isEmpty)
    #expect(signs("404 Not Found", "OPTIONS").isEmpty)
  }
}
