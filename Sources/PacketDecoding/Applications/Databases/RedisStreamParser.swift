/// Reads the commands of a client of Redis and the errors of its server.
struct RedisStreamParser: FramedStreamParser {
  /// No line is longer than that, apart from texts that are given up.
  private static let lineLimit = 512
  private static let bulk = UInt8(ascii: "$")
  private static let array = UInt8(ascii: "*")
  private static let error = UInt8(ascii: "-")

  var framers = MessageFramers()
  /// Whether the client's next bulk string is the name of a command.
  private var expectsName = false

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let end = reader.distance(to: 0x0A, within: Self.lineLimit) else {
      return reader.remaining < Self.lineLimit ? .needs(reader.remaining + 1) : .unknown
    }
    guard reader.peek() == Self.bulk else { return .message(length: end + 1) }
    guard let count = Self.number(reader.slice(at: 1, count: end - 1)) else { return .unknown }
    // A length below zero stands for nothing at all.
    let length = count < 0 ? end + 1 : end + 1 + count + 2
    return .message(length: length, wanted: min(length, end + 1 + 64))
  }

  /// The decimal number of a line, of at most 2 GB.
  private static func number(_ line: ByteReader) -> Int? {
    var line = line
    line.trim()
    let isNegative = line.peek() == UInt8(ascii: "-")
    if isNegative || line.peek() == UInt8(ascii: "+") { line.advance(1) }
    guard (1...16).contains(line.remaining) else { return nil }
    var number = 0
    for index in 0..<line.remaining {
      guard let byte: UInt8 = line.peek(at: index), (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte & 0x0F)
    }
    return isNegative ? -number : number <= 1 << 31 ? number : nil
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let type: UInt8 = message.peek() ?? 0
    if fromClient {
      try readCommand(type, &message, into: &notes)
    } else if type == Self.error {
      message.advance(1)
      let code = Self.word(message)
      notes.count(Redis.error, code)
      notes.redescribe("Error: \(code)")
    } else {
      notes.redescribe("Response")
    }
  }

  /// Only the name of a command is read: its arguments are data, or passwords.
  private mutating func readCommand(
    _ type: UInt8, _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    if type == Self.array {
      expectsName = true
    } else if type == Self.bulk, expectsName {
      expectsName = false
      message.advance((message.distance(to: 0x0A) ?? 0) + 1)
      count(Self.word(message), into: &notes)
    } else if (0x41...0x5A).contains(type & 0xDF) {
      count(Self.word(message), into: &notes)
    }
  }

  private func count(_ name: String, into notes: inout ApplicationNotes) {
    guard !name.isEmpty else { return }
    notes.count(Redis.command, name)
    notes.redescribe("Request: \(name)")
  }

  /// The letters up to the first sign that is none, in upper case.
  private static func word(_ reader: ByteReader) -> String {
    var count = 0
    var isUpper = true
    while count < 32, let byte: UInt8 = reader.peek(at: count),
      (0x41...0x5A).contains(byte & 0xDF) || (0x2D...0x39).contains(byte) || byte == 0x5F
    {
      isUpper = isUpper && byte < 0x60
      count += 1
    }
    let word = reader.text(count)
    return isUpper ? word : word.uppercased()
  }
}
