import PacketDecoding
import TestSupport
import Testing

struct FTPTests {
  static let talk: [Piece] = [
    .server("220-Welcome\r\n220 (vsFTPd 3.0.3)\r\n"), .client("USER alice\r\n"),
    .server("331 Please specify the password.\r\n"), .client("PASS Tr0ub4dor&3\r\n"),
    .server("230 Login successful.\r\n"), .client("PASV\r\n"),
    .server("227 Entering Passive Mode (10,0,0,2,156,64).\r\n"), .client("retr notes.txt\r\n"),
    .server("150 Opening BINARY mode data connection.\r\n226 Transfer complete.\r\n"),
    .client("EPSV\r\n"), .server("229 Entering Extended Passive Mode (|||50001|)\r\n"),
    .client("PORT 10,0,0,1,4,1\r\n"), .server("200 PORT command successful.\r\n"),
    .client("EPRT |2|2001:db8::1|5282|\r\n"), .server("200 ok\r\n"),
  ]

  @Test func readsCommandsCodesAndUsers() {
    let reading = FTP.everyReading(Self.talk)
    #expect(
      reading[FTP.command] == ["USER", "PASS", "PASV", "RETR", "EPSV", "PORT", "EPRT"])
    #expect(
      reading[FTP.responseCode] == [
        "220", "331", "230", "227", "150", "226", "229", "200", "200",
      ])
    #expect(reading[FTP.user] == ["alice"])
    #expect(reading.infos.contains("Request: RETR notes.txt"))
    #expect(reading.infos.contains("Response: 230 Login successful."))
  }

  @Test func announcesDataConnections() {
    #expect(
      FTP.reading(Self.talk).announcements == [
        "ftp-data 40000", "ftp-data 50001", "ftp-data 1025", "ftp-data 5282",
      ])
  }

  @Test(arguments: [
    "PASS hunter2\r\n", "pass hunter2\r\n", "ACCT hunter2\r\n", "SITE PSWD hunter2\r\n",
    "ADAT hunter2\r\n", "hunter2\r\n", "PAS hunter2\r\n", " PASS hunter2\r\n", "PASS\thunter2\r\n",
  ])
  func neverSaysASecret(line: String) {
    for size in [1, 5, Int.max] {
      let text = FTP.reading([.client("USER bob\r\n"), .client(line)], size: size).text
      #expect(!text.lowercased().contains("hunter"))
    }
  }

  @Test func becomesTLS() {
    let reading = FTP.everyReading([
      .server("220 FTP\r\n"), .client("AUTH TLS\r\n"), .server("234 Proceed\r\n"),
    ])
    #expect(reading.becomes == .tls)
    let refused = FTP.reading([.client("AUTH TLS\r\n"), .server("500 no\r\n")])
    #expect(refused.becomes == nil)
  }

  @Test(arguments: [
    "227 (10,0,0,2,156)", "227 (1,2,3,4,999,1)", "229 (|||99999|)", "229 no", "227",
  ])
  func announcesNoPortThatIsNone(line: String) {
    #expect(FTP.reading([.server(line + "\r\n")]).announcements.isEmpty)
  }

  @Test func survivesDamage() { FTP.readDamaged(Self.talk) }
}
