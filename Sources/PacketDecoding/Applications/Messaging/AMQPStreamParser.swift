/// Reads the frames of a connection of AMQP, whichever version its header asks for.
struct AMQPStreamParser: FramedStreamParser {
  var framers = MessageFramers()
  /// Whether frames are those of version 1.0.
  private var isVersion1 = false

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard reader.remaining >= 8 else { return .needs(8) }
    if AMQP.header(reader) != nil { return .message(length: 8) }
    if isVersion1 {
      guard let length: UInt32 = reader.peek(), let offset: UInt8 = reader.peek(at: 4),
        length >= 8, length < 1 << 30, offset >= 2
      else { return .unknown }
      return .message(length: Int(length), wanted: min(Int(length), 512))
    }
    // A type, a channel, a length, and behind the rest a last byte (AMQP 0-9-1 section 4.2.3).
    guard let type: UInt8 = reader.peek(), [1, 2, 3, 4, 8].contains(type),
      let length: UInt32 = reader.peek(at: 3), length < 1 << 30
    else { return .unknown }
    return .message(length: 8 + Int(length), wanted: 7 + min(Int(length), type == 1 ? 512 : 0))
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    if let version = AMQP.header(message) {
      notes.count(AMQP.version, version)
      notes.info = "Protocol-Header \(version)"
      isVersion1 = version.hasPrefix("1.0")
      if version == "1.0 TLS", !fromClient { notes.becomes = .tls }
    } else if isVersion1 {
      try readFrame1(&message, into: &notes)
    } else if try message.read(as: UInt8.self) == 1 {
      try message.skip(6)
      try readMethod(&message, into: &notes)
    }
  }
}

// MARK: - Version 0-9-1

extension AMQPStreamParser {
  private func readMethod(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let group: UInt16 = try message.read()
    let number: UInt16 = try message.read()
    guard group < 256, number < 256 else { return }
    let name = AMQP.methods[Int(group) << 8 | Int(number)]
    notes.count(AMQP.method, name)
    notes.info = notes.info.map { "\($0) \(name)" } ?? name
    switch name {
    case "Connection.Open": count(AMQP.virtualHost, try Self.shortText(&message), into: &notes)
    case "Connection.Close", "Channel.Close":
      let code: UInt16 = try message.read()
      notes.count(AMQP.reply, "\(code) \(try Self.shortText(&message))")
    case "Exchange.Declare", "Basic.Publish":
      try message.skip(2)
      count(AMQP.exchange, try Self.shortText(&message), into: &notes)
    case "Queue.Declare", "Basic.Consume", "Basic.Get", "Queue.Bind":
      try message.skip(2)
      count(AMQP.queue, try Self.shortText(&message), into: &notes)
      if name == "Queue.Bind" { count(AMQP.exchange, try Self.shortText(&message), into: &notes) }
    default: break
    }
  }

  private func count(
    _ field: ApplicationField, _ text: String, into notes: inout ApplicationNotes
  ) {
    if !text.isEmpty { notes.count(field, text) }
  }

  private static func shortText(_ message: inout ByteReader) throws(DecodeError) -> String {
    let count: UInt8 = try message.read()
    return try message.readText(Int(count))
  }
}

// MARK: - Version 1.0

extension AMQPStreamParser {
  private func readFrame1(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let offset: UInt8 = message.peek(at: 4) ?? 2
    try message.skip(4 * Int(offset))
    // Nothing behind the header keeps a connection alive.
    guard let number = try Self.descriptor(&message) else { return }
    let name = AMQP.performatives[number]
    notes.count(AMQP.performative, name)
    notes.info = notes.info.map { "\($0) \(name)" } ?? name
    guard number == 0x10 else { return }
    try Self.skipListHead(&message)
    if let text = try Self.text(&message), !text.isEmpty { notes.count(AMQP.container, text) }
    if let text = try Self.text(&message), !text.isEmpty { notes.count(AMQP.host, text) }
  }

  /// The number of a described type, in one byte or eight (section 1.2).
  private static func descriptor(_ message: inout ByteReader) throws(DecodeError) -> UInt64? {
    guard !message.isAtEnd, try message.read(as: UInt8.self) == 0 else { return nil }
    switch try message.read(as: UInt8.self) {
    case 0x53: return UInt64(try message.read(as: UInt8.self))
    case 0x80: return try message.read(as: UInt64.self)
    default: return nil
    }
  }

  private static func skipListHead(_ message: inout ByteReader) throws(DecodeError) {
    switch try message.read(as: UInt8.self) {
    case 0xC0: try message.skip(2)
    case 0xD0: try message.skip(8)
    default: message.advance(message.remaining)
    }
  }

  /// A string, or nil for nothing (section 1.6.20).
  private static func text(_ message: inout ByteReader) throws(DecodeError) -> String? {
    switch try message.read(as: UInt8.self) {
    case 0xA1: return try message.readText(Int(try message.read(as: UInt8.self)))
    case 0xB1: return try message.readText(Int(try message.read(as: UInt32.self)))
    default: return nil
    }
  }
}
