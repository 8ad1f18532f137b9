/// Commands among the data of a Telnet connection (RFC 854, RFC 1091).
struct TelnetParser: ApplicationStreamParser {
  private static let subnegotiationLimit = 64
  private static let promptLimit = 24

  /// What the next byte is.
  private enum State {
    case data, command
    case option(String)
    /// In a subnegotiation, of which so much came.
    case subnegotiation([UInt8])
    case subnegotiationCommand([UInt8])
  }

  private enum Code {
    static let subnegotiationEnd: UInt8 = 240
    static let subnegotiation: UInt8 = 250
    static let escape: UInt8 = 255
  }

  private var client = State.data
  private var server = State.data
  /// The server has asked for a password, and the client not yet begun one.
  private var asksForPassword = false
  /// The end of what the server sent since the client did.
  private var prompt: [UInt8] = []

  let isDone = false
  var heldByteCount: Int { prompt.count }

  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    var reader = ByteReader(bytes)
    while true {
      // Most is data, which is passed over in one go.
      if case .data = fromClient ? client : server {
        let place = reader.distance(to: Code.escape)
        readData(reader.prefix(place ?? reader.remaining), fromClient, into: &notes)
        guard let place else { break }
        reader.advance(place + 1)
        set(.command, fromClient)
      }
      guard let byte: UInt8 = reader.peek() else { break }
      reader.advance(1)
      set(Self.next(fromClient ? client : server, byte, into: &notes), fromClient)
    }
    notes.describe("Telnet Data")
  }

  mutating func skipGap(_ count: Int, fromClient: Bool) { set(.data, fromClient) }

  /// Looks whether the server ends with a prompt for a password, and the client answers it.
  private mutating func readData(
    _ data: ByteReader, _ fromClient: Bool, into notes: inout ApplicationNotes
  ) {
    guard data.remaining > 0 else { return }
    guard fromClient else {
      var tail = data
      tail.advance(max(0, data.remaining - Self.promptLimit))
      prompt += (try? tail.readBytes(tail.remaining)) ?? []
      prompt.removeFirst(max(0, prompt.count - Self.promptLimit))
      asksForPassword = TextLine(prompt[...]).trimmed.lowercase.hasSuffix("password:")
      return
    }
    prompt = []
    // An empty line is none.
    if asksForPassword, let first: UInt8 = data.peek(), (0x21...0x7E).contains(first) {
      notes.credential(.telnet)
    }
    asksForPassword = false
  }

  private mutating func set(_ state: State, _ fromClient: Bool) {
    if fromClient { client = state } else { server = state }
  }

  private static func next(
    _ state: State, _ byte: UInt8, into notes: inout ApplicationNotes
  ) -> State {
    switch state {
    case .data: return .data
    case .command:
      switch byte {
      case Code.subnegotiation: return .subnegotiation([])
      case 251...254: return .option(["Will", "Won't", "Do", "Don't"][Int(byte) - 251])
      default: return .data
      }
    case .option(let verb):
      let text = "\(verb) \(TelnetOption(rawValue: byte))"
      notes.count(Telnet.option, text)
      notes.describe(text)
      return .data
    case .subnegotiation(let bytes):
      if byte == Code.escape { return .subnegotiationCommand(bytes) }
      return .subnegotiation(bytes.count < subnegotiationLimit ? bytes + [byte] : bytes)
    case .subnegotiationCommand(let bytes):
      guard byte == Code.subnegotiationEnd else { return .subnegotiation(bytes) }
      end(bytes, into: &notes)
      return .data
    }
  }

  private static func end(_ bytes: [UInt8], into notes: inout ApplicationNotes) {
    guard let code = bytes.first else { return }
    let option = TelnetOption(rawValue: code)
    notes.describe("Suboption \(option)")
    // "Is", then the name.
    guard option == .terminalType, bytes.count > 2, bytes[1] == 0 else { return }
    notes.count(Telnet.terminal, PrintableText.string(bytes.dropFirst(2)))
  }
}
