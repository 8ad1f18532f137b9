import PacketDecoding
import TestSupport
import Testing

struct SMTPTests {
  static let talk: [Piece] = [
    .server("220 mx.example.org ESMTP Postfix\r\n"), .client("EHLO client.example.com\r\n"),
    .server("250-mx.example.org\r\n250-SIZE 10240000\r\n250 STARTTLS\r\n"),
    .client("MAIL FROM:<alice@Example.COM> SIZE=100\r\nRCPT TO:<bob@example.org>\r\n"),
    .server("250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n"), .client("DATA\r\n"),
    .server("354 End data with <CR><LF>.<CR><LF>\r\n"),
    .client("Subject: NOOP\r\n\r\nQUIT\r\n..\r\nEHLO fake\r\n.\r\nQUIT\r\n"),
    .server("250 2.0.0 Ok: queued\r\n221 2.0.0 Bye\r\n"),
  ]

  @Test func readsTheEnvelopeAndNotTheMessage() {
    let reading = SMTP.everyReading(Self.talk)
    #expect(reading[SMTP.command] == ["EHLO", "MAIL", "RCPT", "DATA", "QUIT"])
    #expect(reading[SMTP.responseCode] == ["220", "250", "250", "250", "354", "250", "221"])
    #expect(reading[SMTP.clientName] == ["client.example.com"])
    #expect(reading[SMTP.senderDomain] == ["example.com"])
    #expect(reading[SMTP.recipientDomain] == ["example.org"])
    #expect(reading.infos[1] == "C: EHLO client.example.com")
  }

  @Test func becomesTLS() {
    let reading = SMTP.everyReading([
      .server("220 x SMTP\r\n"), .client("STARTTLS\r\n"), .server("220 go ahead\r\n"),
    ])
    #expect(reading.becomes == .tls)
    #expect(SMTP.reading([.client("STARTTLS\r\n"), .server("454 no\r\n")]).becomes == nil)
  }

  @Test func neverSaysASecret() {
    let login: [Piece] = [
      .client("AUTH LOGIN\r\n"), .server("334 VXNlcm5hbWU6\r\n"), .client("SECRETUSER\r\n"),
      .server("334 UGFzc3dvcmQ6\r\n"), .client("QUIT\r\n"), .client("HELP SECRET\r\n"),
      .server("235 ok\r\n"), .client("AUTH PLAIN SECRETSECRET\r\n"),
    ]
    let reading = SMTP.everyReading(login)
    #expect(!reading.text.contains("SECRET"))
    #expect(reading[SMTP.command] == ["AUTH", "AUTH"])
  }

  @Test func passesChunks() {
    let reading = SMTP.everyReading([.client("BDAT 12 LAST\r\nQUIT\r\nQUIT\r\nRSET\r\n")])
    #expect(reading[SMTP.command] == ["BDAT", "RSET"])
  }

  @Test func survivesDamage() { SMTP.readDamaged(Self.talk) }
}
