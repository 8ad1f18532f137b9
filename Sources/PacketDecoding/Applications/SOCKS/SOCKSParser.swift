/// The opening of a connection through a proxy: SOCKS 4, 4a and 5 (RFC 1928, RFC 1929).
struct SOCKSParser: ApplicationStreamParser {
  /// What comes next; each message is short, and answered before the next.
  private enum State {
    case greeting
    case method
    case login
    case loginResult
    case request
    case reply(version: UInt8)
    case open
  }

  /// Longer than any message.
  private static let limit = 1024

  private var state = State.greeting
  private var held = HeldBytes()
  private var isLost = false

  var isDone: Bool { if case .open = state { true } else { isLost } }
  var heldByteCount: Int { held.count }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while !isDone, !reader.isAtEnd, fromClient == isClientsTurn {
      held.take(1, from: &reader)
      let message = held
      var content = message.reader
      guard (try? take(&content, into: &notes)) != nil else {
        isLost = isLost || held.count >= Self.limit
        continue
      }
      _ = held.release()
    }
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) { isLost = true }

  private var isClientsTurn: Bool {
    switch state {
    case .greeting, .login, .request: true
    default: false
    }
  }

  /// Takes the message that is due, or throws as long as it is not whole.
  private mutating func take(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    switch state {
    case .greeting: try readGreeting(&reader, into: &notes)
    case .method: try readMethod(&reader)
    case .login: try readLogin(&reader, into: &notes)
    case .loginResult:
      try reader.skip(1)
      state = try reader.read(as: UInt8.self) == 0 ? .request : .open
    case .request: try readRequest(&reader, into: &notes)
    case .reply(let version): try readReply(&reader, version: version, into: &notes)
    case .open: break
    }
  }

  private mutating func readGreeting(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let version: UInt8 = try reader.read()
    guard version != 4 else { return try readVersion4(&reader, into: &notes) }
    try reader.skip(Int(try reader.read(as: UInt8.self)))
    notes.count(SOCKS.version, "\(version)")
    notes.describe("Version: \(version)")
    state = .method
    if version != 5 { isLost = true }
  }

  private mutating func readMethod(_ reader: inout ByteReader) throws(DecodeError) {
    try reader.skip(1)
    switch try reader.read(as: UInt8.self) {
    case 0: state = .request
    case 2: state = .login
    default: isLost = true
    }
  }

  private mutating func readLogin(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try reader.skip(1)
    let name = try reader.split(Int(try reader.read(as: UInt8.self)))
    try reader.skip(Int(try reader.read(as: UInt8.self)))  // the password
    notes.count(SOCKS.user, PrintableText.string(name))
    notes.describe("User authentication")
    state = .loginResult
  }

  private mutating func readVersion4(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let command: UInt8 = try reader.read()
    let port: UInt16 = try reader.read()
    let bits: UInt32 = try reader.read()
    let user = try Self.readString(&reader)
    // An address that cannot be says that a name follows (SOCKS 4a).
    let isNamed = bits != 0 && bits < 256
    let target = isNamed ? try Self.readString(&reader) : IPAddress(v4: bits).description
    notes.count(SOCKS.version, isNamed ? "4a" : "4")
    if !user.isEmpty { notes.count(SOCKS.user, user) }
    note(command, "\(target):\(port)", into: &notes)
    state = .reply(version: 4)
  }

  private mutating func readRequest(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try reader.skip(1)
    let command: UInt8 = try reader.read()
    try reader.skip(1)
    let target = try Self.readAddress(&reader)
    note(command, "\(target):\(try reader.read(as: UInt16.self))", into: &notes)
    state = .reply(version: 5)
  }

  private func note(_ command: UInt8, _ target: String, into notes: inout ApplicationNotes) {
    let name = [1: "Connect", 2: "Bind", 3: "UdpAssociate"][command] ?? "Command \(command)"
    notes.count(SOCKS.command, name)
    notes.count(SOCKS.target, target)
    notes.describe("\(name) request to \(target)")
  }

  private mutating func readReply(
    _ reader: inout ByteReader, version: UInt8, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try reader.skip(1)
    let code: UInt8 = try reader.read()
    if version == 4 {
      try reader.skip(6)
    } else {
      try reader.skip(1)
      _ = try Self.readAddress(&reader)
      try reader.skip(2)
    }
    let name = (version == 4 ? Self.results4 : Self.results5)[code] ?? "Result \(code)"
    notes.count(SOCKS.result, name)
    notes.describe("Reply: \(name)")
    state = .open
    // Behind it the connection is that of the two ends.
    if name == "Succeeded" { notes.becomes = ProtocolID.none }
  }

  private static func readAddress(_ reader: inout ByteReader) throws(DecodeError) -> String {
    switch try reader.read(as: UInt8.self) {
    case 1: return IPAddress(v4: try reader.read()).description
    case 4: return IPAddress(high: try reader.read(), low: try reader.read()).description
    default:
      return PrintableText.string(try reader.split(Int(try reader.read(as: UInt8.self))))
    }
  }

  private static func readString(_ reader: inout ByteReader) throws(DecodeError) -> String {
    guard let end = reader.distance(to: 0, within: 512) else {
      throw .truncated(needed: reader.remaining + 1, available: reader.remaining, at: reader.offset)
    }
    let text = PrintableText.string(reader.prefix(end))
    reader.advance(end + 1)
    return text
  }

  private static let results4: [UInt8: String] = [
    90: "Succeeded", 91: "Rejected or failed", 92: "Rejected, no identd",
    93: "Rejected, other user",
  ]

  private static let results5: [UInt8: String] = [
    0: "Succeeded", 1: "General SOCKS server failure", 2: "Connection not allowed by ruleset",
    3: "Network unreachable", 4: "Host unreachable", 5: "Connection refused", 6: "TTL expired",
    7: "Command not supported", 8: "Address type not supported",
  ]
}
