/// Both directions of a control connection of FTP (RFC 959, RFC 2428, RFC 4217).
struct FTPParser: ApplicationStreamParser {
  private var client = LineReader()
  private var server = LineReader()
  /// What the client asked for last, as far as it decides on the answer.
  private var asksForTLS = false
  private var command = ""
  /// Whether the user needs no password of his own; nil if it was not seen who that is.
  private var isAnonymous: Bool?
  private(set) var isDone = false

  /// Commands whose argument may be shown.
  private static let openCommands: Set<String> = [
    "ABOR", "ALLO", "APPE", "AUTH", "CDUP", "CLNT", "CWD", "DELE", "EPRT", "EPSV", "FEAT", "HELP",
    "LIST", "LPRT", "LPSV", "MDTM", "MFMT", "MKD", "MLSD", "MLST", "MODE", "NLST", "NOOP", "OPTS",
    "PASV", "PBSZ", "PORT", "PROT", "PWD", "QUIT", "REIN", "REST", "RETR", "RMD", "RNFR", "RNTO",
    "SIZE", "SMNT", "STAT", "STOR", "STOU", "STRU", "SYST", "TYPE", "USER", "XCUP", "XCWD", "XMKD",
    "XPWD", "XRMD",
  ]
  /// Commands whose argument is, or may hold, a secret.
  private static let closedCommands: Set<String> = [
    "ACCT", "ADAT", "CCC", "CONF", "ENC", "MIC", "PASS", "SITE",
  ]
  private static let commands = openCommands.union(closedCommands)

  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while !isDone {
      guard let line = fromClient ? client.next(&reader) : server.next(&reader) else { return }
      if fromClient { readCommand(line, into: &notes) } else { readResponse(line, into: &notes) }
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  private mutating func readCommand(_ line: TextLine, into notes: inout ApplicationNotes) {
    guard let command = line.command(of: Self.commands) else { return }
    notes.count(FTP.command, command)
    let argument = line.afterFirstWord
    let shown = Self.openCommands.contains(command) ? " \(argument.text())" : ""
    notes.describe("Request: \(command)" + (shown == " " ? "" : shown))
    asksForTLS = false
    self.command = command
    switch command {
    case "USER":
      notes.count(FTP.user, argument.text())
      isAnonymous = ["anonymous", "ftp"].contains(argument.lowercase)
    case "PASS":
      // What nobody's users send is the address of a mailbox (RFC 1635).
      let isForNobody = isAnonymous ?? (argument.split(at: UInt8(ascii: "@")) != nil)
      if !argument.isEmpty, !isForNobody { notes.credential(.ftp) }
    case "AUTH":
      asksForTLS = ["TLS", "TLS-C", "SSL"].contains(argument.text().uppercased())
    case "PORT": announce(Self.port(inNumbers: argument), into: &notes)
    case "EPRT": announce(Self.port(inBars: argument, place: 3), into: &notes)
    default: break
    }
  }

  private mutating func readResponse(_ line: TextLine, into notes: inout ApplicationNotes) {
    guard let code = line.replyCode else { return }
    notes.describe("Response: \(line.text())")
    guard !line.isContinued else { return }
    notes.count(FTP.responseCode, "\(code)")
    switch code {
    case 227: announce(Self.port(inNumbers: line.dropping(4)), into: &notes)
    case 229: announce(Self.port(inBars: line, place: 3), into: &notes)
    case 234 where asksForTLS:
      notes.becomes = .tls
      isDone = true
    case 530 where command == "PASS": notes.note(.loginRefused)
    case 232, 235: isDone = true  // protected by other means (RFC 2228)
    default: break
    }
  }

  private func announce(_ port: UInt16?, into notes: inout ApplicationNotes) {
    if let port, port > 0 { notes.announce(.ftpData, port: port) }
  }

  /// The port in `h1,h2,h3,h4,p1,p2`, around which other text may stand (section 4.1.2).
  private static func port(inNumbers line: TextLine) -> UInt16? {
    let numbers = line.numbers(limit: 6)
    guard numbers.count == 6, numbers.allSatisfy({ $0 < 256 }) else { return nil }
    return UInt16(numbers[4] << 8 | numbers[5])
  }

  /// The port in `|1|10.0.0.1|6275|` or `(|||6446|)`; any sign may be the bar (RFC 2428).
  private static func port(inBars line: TextLine, place: Int) -> UInt16? {
    let opening = line.split(at: UInt8(ascii: "("))?.after ?? line
    guard let bar = opening.text(limit: 1).utf8.first else { return nil }
    let parts = opening.parts(at: bar)
    guard parts.count > place, let number = parts[place].number else { return nil }
    return UInt16(exactly: number)
  }
}
