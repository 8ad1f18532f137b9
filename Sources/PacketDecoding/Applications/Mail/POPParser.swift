/// Both directions of a POP3 connection (RFC 1939, RFC 2595, RFC 5034).
struct POPParser: ApplicationStreamParser {
  private static let pendingLimit = 100

  private var client = LineReader()
  private var server = LineReader()
  /// Commands that were not answered yet, with whether the answer may have many lines.
  private var pending: [(command: String, isLong: Bool)] = []
  /// In an answer of many lines, which ends with a dot alone.
  private var isInAnswer = false
  private var hasGreeted = false
  private var login = ClearTextLogin()
  private(set) var isDone = false

  private static let commands: Set<String> = [
    "APOP", "AUTH", "CAPA", "DELE", "LANG", "LIST", "NOOP", "PASS", "QUIT", "RETR", "RSET", "STAT",
    "STLS", "TOP", "UIDL", "USER", "UTF8", "XTND",
  ]

  var heldByteCount: Int {
    client.heldByteCount + server.heldByteCount + pending.count * 24
  }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while !isDone {
      guard let line = fromClient ? client.next(&reader) : server.next(&reader) else { return }
      if fromClient { readCommand(line, into: &notes) } else { readAnswer(line, into: &notes) }
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  private mutating func readCommand(_ line: TextLine, into notes: inout ApplicationNotes) {
    // What follows AUTH are its secrets, until the server has answered.
    guard pending.last?.command != "AUTH" else {
      if login.isPassword(line) { notes.credential(.pop) }
      return
    }
    guard let command = line.command(of: Self.commands) else { return }
    notes.count(POP.command, command)
    let argument = line.afterFirstWord
    switch command {
    case "USER", "APOP":
      let user = argument.firstWord.text()
      notes.count(POP.user, user)
      notes.describe("C: \(command) \(user)")
    case "PASS", "AUTH", "XTND":
      notes.describe("C: \(command)")
      let isPassword = command == "AUTH" ? login.begin(argument) : command == "PASS"
      if isPassword, !argument.isEmpty { notes.credential(.pop) }
    default: notes.describe("C: \(command) \(argument.text())")
    }
    expectAnswer(to: command, argument)
  }

  /// Waits for the answer to a command.
  private mutating func expectAnswer(to command: String, _ argument: TextLine) {
    guard pending.count < Self.pendingLimit else { return }
    let isLong =
      switch command {
      case "CAPA", "RETR", "TOP", "LANG": true
      case "LIST", "UIDL", "AUTH": argument.isEmpty
      default: false
      }
    pending.append((command, isLong))
  }

  private mutating func readAnswer(_ line: TextLine, into notes: inout ApplicationNotes) {
    if isInAnswer {
      isInAnswer = !(line.count == 1 && line.text() == ".")
      return notes.describe("S: DATA fragment")
    }
    let indicator = line.firstWord.text(limit: 5)
    guard indicator == "+OK" || indicator == "-ERR" else { return }
    notes.count(POP.indicator, indicator)
    notes.describe("S: \(line.text())")
    // The greeting answers nothing.
    guard hasGreeted || !pending.isEmpty else {
      hasGreeted = true
      return
    }
    guard !pending.isEmpty else { return }
    let (command, isLong) = pending.removeFirst()
    if indicator == "-ERR", command == "PASS" { notes.note(.loginRefused) }
    guard indicator == "+OK" else { return }
    isInAnswer = isLong
    if command == "STLS" {
      notes.becomes = .tls
      isDone = true
    }
  }
}
