/// Both directions of an SMTP connection (RFC 5321, RFC 3207, RFC 4954).
struct SMTPParser: ApplicationStreamParser {
  /// What the client's next line is.
  private enum State {
    case command
    /// A line of a message, until one with nothing but a dot.
    case message
    /// Part of a login, which is a secret, until the server has said yes or no.
    case login
    case startTLS
  }

  private var client = LineReader()
  private var server = LineReader()
  private var state = State.command
  private var login = ClearTextLogin()
  private(set) var isDone = false

  private static let commands: Set<String> = [
    "ATRN", "AUTH", "BDAT", "BURL", "DATA", "EHLO", "ETRN", "EXPN", "HELO", "HELP", "LHLO", "MAIL",
    "NOOP", "QUIT", "RCPT", "RSET", "SAML", "SEND", "SOML", "STARTTLS", "TURN", "VRFY", "XCLIENT",
    "XFORWARD",
  ]

  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    if fromClient, case .message = state {
      notes.describe("C: DATA fragment, \(bytes.byteCount) bytes")
    }
    while !isDone {
      guard let line = fromClient ? client.next(&reader) : server.next(&reader) else { return }
      if fromClient { readLine(line, into: &notes) } else { readResponse(line, into: &notes) }
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  private mutating func readLine(_ line: TextLine, into notes: inout ApplicationNotes) {
    switch state {
    case .message:
      guard line.count == 1, line.text() == "." else { return }
      state = .command
      notes.carries(.imf)
    case .login:
      notes.describe("C: AUTH")
      if login.isPassword(line) { notes.credential(.smtp) }
    case .command, .startTLS: readCommand(line, into: &notes)
    }
  }

  private mutating func readCommand(_ line: TextLine, into notes: inout ApplicationNotes) {
    guard let command = line.command(of: Self.commands) else { return }
    notes.count(SMTP.command, command)
    let argument = line.afterFirstWord
    // Only the mechanism: the first answer may follow it.
    let shown = command == "AUTH" ? argument.firstWord.text() : argument.text()
    notes.describe("C: \(command)" + (shown.isEmpty ? "" : " \(shown)"))
    state = .command
    switch command {
    case "HELO", "EHLO", "LHLO": notes.count(SMTP.clientName, argument.firstWord.text())
    case "MAIL": count(SMTP.senderDomain, argument, into: &notes)
    case "RCPT": count(SMTP.recipientDomain, argument, into: &notes)
    case "DATA": state = .message
    case "BDAT": client.pass(argument.firstWord.number ?? 0)
    case "AUTH":
      state = .login
      if login.begin(argument) { notes.credential(.smtp) }
    case "STARTTLS": state = .startTLS
    default: break
    }
  }

  /// Counts the domain in `FROM:<bob@example.org> SIZE=1000`.
  private func count(
    _ field: ApplicationField, _ argument: TextLine, into notes: inout ApplicationNotes
  ) {
    guard let path = argument.split(at: UInt8(ascii: "<"))?.after,
      let address = path.split(at: UInt8(ascii: ">"))?.before
    else { return }
    guard let domain = address.parts(at: UInt8(ascii: "@")).last, !address.isEmpty else {
      return notes.count(field, "<>")
    }
    notes.count(field, domain.lowercase)
  }

  private mutating func readResponse(_ line: TextLine, into notes: inout ApplicationNotes) {
    guard let code = line.replyCode else { return }
    notes.describe("S: \(line.text())")
    guard !line.isContinued else { return }
    notes.count(SMTP.responseCode, "\(code)")
    switch state {
    case .startTLS where code == 220:
      notes.becomes = .tls
      isDone = true
    case .login where code != 334:
      state = .command
      if code == 535 { notes.note(.loginRefused) }
    case .message where code >= 400: state = .command
    default: break
    }
  }
}
