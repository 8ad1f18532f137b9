/// Both directions of an IMAP connection (RFC 9051).
struct IMAPParser: ApplicationStreamParser {
  private var client = LineReader()
  private var server = LineReader()
  /// The next line goes on with a command, or an answer, behind a literal.
  private var isInCommand = false
  private var isInAnswer = false
  /// The client's lines are a login, until the server has said yes or no.
  private var isLogin = false
  private var login = ClearTextLogin()
  private var loginTag: String?
  private var startTLSTag: String?
  private(set) var isDone = false

  private static let commands: Set<String> = [
    "APPEND", "AUTHENTICATE", "CAPABILITY", "CHECK", "CLOSE", "COMPRESS", "COPY", "CREATE",
    "DELETE", "DELETEACL", "DONE", "ENABLE", "EXAMINE", "EXPUNGE", "FETCH", "GETACL", "GETMETADATA",
    "GETQUOTA", "GETQUOTAROOT", "ID", "IDLE", "LIST", "LOGIN", "LOGOUT", "LSUB", "MOVE", "MYRIGHTS",
    "NAMESPACE", "NOOP", "RENAME", "SEARCH", "SELECT", "SETACL", "SETMETADATA", "SORT", "STARTTLS",
    "STATUS", "STORE", "SUBSCRIBE", "THREAD", "UID", "UNSELECT", "UNSUBSCRIBE", "XLIST",
  ]
  private static let statuses: Set<String> = ["BAD", "BYE", "NO", "OK", "PREAUTH"]

  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while !isDone {
      guard let line = fromClient ? client.next(&reader) : server.next(&reader) else { return }
      if fromClient { readRequest(line, into: &notes) } else { readAnswer(line, into: &notes) }
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  private mutating func readRequest(_ line: TextLine, into notes: inout ApplicationNotes) {
    let goesOn = isInCommand
    isInCommand = line.literalByteCount != nil
    if let count = line.literalByteCount { client.pass(count) }
    if isLogin, !goesOn, login.isPassword(line) { notes.credential(.imap) }
    guard !goesOn, !isLogin else { return }
    let behindTag = line.afterFirstWord
    guard let command = behindTag.command(of: Self.commands) else { return }
    let tag = line.firstWord.text(limit: 32)
    notes.count(IMAP.command, command)
    notes.describe("Request: \(tag) \(command)")
    let argument = behindTag.afterFirstWord
    switch command {
    case "LOGIN":
      loginTag = tag
      readLogin(argument, into: &notes)
    case "AUTHENTICATE":
      isLogin = true
      loginTag = tag
      if login.begin(argument) { notes.credential(.imap) }
    case "STARTTLS": startTLSTag = tag
    default: break
    }
  }

  private func readLogin(_ argument: TextLine, into notes: inout ApplicationNotes) {
    if !argument.afterFirstWord.isEmpty || argument.literalByteCount != nil {
      notes.credential(.imap)
    }
    let quote = UInt8(ascii: "\"")
    if argument.starts(withLowercase: "\"") {
      guard let name = argument.dropping(1).split(at: quote)?.before else { return }
      notes.count(IMAP.user, name.text())
    } else if !argument.starts(withLowercase: "{"), !argument.isEmpty {
      notes.count(IMAP.user, argument.firstWord.text())
    }
  }

  private mutating func readAnswer(_ line: TextLine, into notes: inout ApplicationNotes) {
    let goesOn = isInAnswer
    isInAnswer = line.literalByteCount != nil
    if let count = line.literalByteCount { server.pass(count) }
    guard !goesOn else { return }
    let tag = line.firstWord.text(limit: 32)
    let behindTag = line.afterFirstWord
    if let status = behindTag.command(of: Self.statuses) {
      notes.count(IMAP.status, status)
      notes.describe("Response: \(line.text())")
      if tag != "*" { end(tag, status, into: &notes) }
    } else if behindTag.starts(withLowercase: "capability ") {
      notes.describe("Response: \(line.text())")
      for word in behindTag.afterFirstWord.parts(at: 0x20) where !word.isEmpty {
        notes.count(IMAP.capability, word.text(limit: 64).uppercased())
      }
    } else if tag == "*" {
      // A number and what it counts, or the name of the data.
      let words = behindTag.parts(at: 0x20).prefix(2).map { $0.text(limit: 32) }
      notes.describe("Response: * " + words.joined(separator: " "))
    }
  }

  /// Takes the answer that ends a command.
  private mutating func end(_ tag: String, _ status: String, into notes: inout ApplicationNotes) {
    isLogin = false
    if tag == loginTag, status == "NO" { notes.note(.loginRefused) }
    guard tag == startTLSTag else { return }
    startTLSTag = nil
    guard status == "OK" else { return }
    notes.becomes = .tls
    isDone = true
  }
}
