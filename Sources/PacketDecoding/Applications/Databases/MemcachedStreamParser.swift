/// Reads the commands of a connection of memcached, and of the binary protocol the errors.
struct MemcachedStreamParser: FramedStreamParser {
  private static let lineLimit = 512
  private static let binaryHeaderLength = 24
  /// Commands that are followed by a value, whose length is their fifth word.
  private static let stores: Set<String> = ["set", "add", "replace", "append", "prepend", "cas"]

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let first: UInt8 = reader.peek() else { return .needs(1) }
    if first == 0x80 || first == 0x81 {
      guard let length: UInt32 = reader.peek(at: 8) else { return .needs(Self.binaryHeaderLength) }
      return .message(
        length: Self.binaryHeaderLength + Int(length), wanted: Self.binaryHeaderLength)
    }
    // The server's values could be taken for lines; what they say is not read.
    guard fromClient, let end = reader.distance(to: 0x0A, within: Self.lineLimit) else {
      return fromClient && reader.remaining < Self.lineLimit
        ? .needs(reader.remaining + 1) : .unknown
    }
    let words = Self.words(reader.prefix(end))
    guard let command = words.first, Self.stores.contains(command), words.count >= 5 else {
      return .message(length: end + 1)
    }
    guard let count = Int(words[4]), (0...1 << 30).contains(count) else { return .unknown }
    return .message(length: end + 1 + count + 2, wanted: end + 1)
  }

  private static func words(_ line: ByteReader) -> [String] {
    var line = line
    line.trim()
    return PrintableText.string(line, limit: lineLimit).split(separator: " ", maxSplits: 6)
      .map(String.init)
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let first: UInt8 = message.peek() ?? 0
    guard first == 0x80 || first == 0x81 else {
      guard let command = Self.words(message.firstLine).first, command.count <= 32,
        command.allSatisfy({ $0.isLetter || $0 == "_" })
      else { return }
      notes.count(Memcached.command, command)
      notes.info = command
      return
    }
    try message.skip(1)
    let opcode: UInt8 = try message.read()
    try message.skip(4)
    let status: UInt16 = try message.read()
    notes.count(Memcached.opcode, Memcached.opcodes[opcode])
    notes.info = "\(Memcached.opcodes[opcode]) \(first == 0x80 ? "Request" : "Response")"
    // In a request it is the number of a bucket.
    if first == 0x81, status != 0 { notes.count(Memcached.status, Memcached.statuses[status]) }
  }
}
