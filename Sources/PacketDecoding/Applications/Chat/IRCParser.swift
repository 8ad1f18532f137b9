/// Both directions of a connection to an IRC server (RFC 1459, RFC 2812).
struct IRCParser: ApplicationStreamParser {
  private var client = LineReader(limit: 1024)
  private var server = LineReader(limit: 1024)
  private(set) var isDone = false

  private static let commands: Set<String> = [
    "ADMIN", "AUTHENTICATE", "AWAY", "CAP", "ERROR", "INFO", "INVITE", "ISON", "JOIN", "KICK",
    "KILL", "LINKS", "LIST", "LUSERS", "MODE", "MOTD", "NAMES", "NICK", "NOTICE", "OPER", "PART",
    "PASS", "PING", "PONG", "PRIVMSG", "QUIT", "SERVICE", "STARTTLS", "STATS", "TAGMSG", "TIME",
    "TOPIC", "USER", "USERHOST", "VERSION", "WALLOPS", "WHO", "WHOIS", "WHOWAS",
  ]

  var heldByteCount: Int { client.heldByteCount + server.heldByteCount }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while !isDone {
      guard let line = fromClient ? client.next(&reader) : server.next(&reader) else { return }
      if fromClient { readRequest(line, into: &notes) } else { readResponse(line, into: &notes) }
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) {
    if fromClient { client.skipGap(count) } else { server.skipGap(count) }
  }

  /// A message without its tags and its sender.
  private static func content(of line: TextLine) -> TextLine {
    var line = line
    for sign in ["@", ":"] where line.starts(withLowercase: sign) { line = line.afterFirstWord }
    return line
  }

  private func readRequest(_ line: TextLine, into notes: inout ApplicationNotes) {
    let content = Self.content(of: line)
    guard let command = content.command(of: Self.commands) else { return }
    notes.count(IRC.request, command)
    notes.describe("Request (\(command))")
    let argument = content.afterFirstWord.firstWord
    switch command {
    case "NICK": notes.count(IRC.nick, argument.text(limit: 64))
    case "JOIN":
      for name in argument.parts(at: UInt8(ascii: ",")) where !name.isEmpty {
        notes.count(IRC.channel, name.text(limit: 64))
      }
    default: break
    }
  }

  private mutating func readResponse(_ line: TextLine, into notes: inout ApplicationNotes) {
    let content = Self.content(of: line)
    if let number = content.firstWord.number, content.firstWord.count == 3 {
      let code = content.firstWord.text()
      notes.count(IRC.response, code)
      notes.describe("Response (\(code))")
      // The server is ready for the handshake.
      guard number == 670 else { return }
      notes.becomes = .tls
      isDone = true
    } else if let command = content.command(of: Self.commands) {
      notes.count(IRC.response, command)
      notes.describe("Response (\(command))")
    }
  }
}
