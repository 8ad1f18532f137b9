/// Reads a connection of PostgreSQL: startup, types of messages, errors.
struct PostgreSQLStreamParser: FramedStreamParser {
  /// Parameters that tell who connects to what; others are many and the same everywhere.
  private static let names: Set<String> = [
    "user", "database", "application_name", "server_version",
  ]

  var framers = MessageFramers()
  /// Whether the server's next byte answers a request for encryption.
  private var expectsAnswer = false

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let type: UInt8 = reader.peek() else { return .needs(1) }
    if !fromClient, expectsAnswer { return .message(length: 1) }
    guard reader.remaining >= 5 else { return .needs(5) }
    if fromClient, type == 0, let length: UInt32 = reader.peek() {
      guard (8...PostgreSQL.Request.longest).contains(length) else { return .unknown }
      return .message(length: Int(length))
    }
    guard PostgreSQL.name(ofType: type, fromClient: fromClient) != nil,
      let length: UInt32 = reader.peek(at: 1), (4...0x7FFF_FFFF).contains(length)
    else { return .unknown }
    return .message(length: 1 + Int(length), wanted: 1 + min(Int(length), 1024))
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    if !fromClient, expectsAnswer {
      expectsAnswer = false
      return answer(try message.read(), into: &notes)
    }
    guard message.peek() != UInt8(0) else { return try readStartup(&message, into: &notes) }
    let type: UInt8 = try message.read()
    try message.skip(4)
    guard let name = PostgreSQL.name(ofType: type, fromClient: fromClient) else { return }
    notes.count(PostgreSQL.type, name)
    // Several messages are usual in one segment; Wireshark shows the letters of all.
    let letter = String(UnicodeScalar(type))
    notes.info = notes.info.map { "\($0)/\(letter)" } ?? (fromClient ? ">" : "<") + letter
    guard !fromClient else { return }
    switch letter {
    case "R":
      notes.count(
        PostgreSQL.authentication, PostgreSQL.authentications[try message.read(as: UInt32.self)])
    case "S": countParameter(&message, into: &notes)
    case "E": readError(&message, into: &notes)
    default: break
    }
  }

  private mutating func readStartup(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try message.skip(4)
    switch try message.read(as: UInt32.self) {
    case PostgreSQL.Request.tls:
      expectsAnswer = true
      notes.count(PostgreSQL.type, "SSL request")
      notes.info = ">SSL request"
    case PostgreSQL.Request.gss:
      expectsAnswer = true
      notes.count(PostgreSQL.type, "GSS encrypt request")
      notes.info = ">GSS encrypt request"
    case PostgreSQL.Request.cancel:
      notes.count(PostgreSQL.type, "Cancel request")
      notes.info = ">Cancel request"
    default:
      notes.count(PostgreSQL.type, "Startup message")
      notes.info = ">Startup message"
      for _ in 0..<32 where !message.isAtEnd { countParameter(&message, into: &notes) }
    }
  }

  /// One byte says whether encryption follows; an old server sends an error instead.
  private func answer(_ byte: UInt8, into notes: inout ApplicationNotes) {
    notes.info = "<" + String(UnicodeScalar(byte & 0x7F))
    if byte == UInt8(ascii: "S") { notes.becomes = .tls }
  }

  private func countParameter(_ message: inout ByteReader, into notes: inout ApplicationNotes) {
    let name = message.readTerminatedText()
    let value = message.readTerminatedText()
    if Self.names.contains(name), !value.isEmpty {
      notes.count(PostgreSQL.parameter, "\(name)=\(value)")
    }
  }

  /// The code among the fields of an error, each a letter and a text.
  private func readError(_ message: inout ByteReader, into notes: inout ApplicationNotes) {
    for _ in 0..<16 {
      guard let letter = try? message.read(as: UInt8.self), letter != 0 else { return }
      let text = message.readTerminatedText()
      if letter == UInt8(ascii: "C") { notes.count(PostgreSQL.error, text) }
    }
  }
}
