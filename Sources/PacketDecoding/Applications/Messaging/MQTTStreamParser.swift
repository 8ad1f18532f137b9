/// Reads the packets of a connection of MQTT.
struct MQTTStreamParser: FramedStreamParser {
  private enum Kind {
    static let connect: UInt8 = 1
    static let answer: UInt8 = 2
    static let publish: UInt8 = 3
    static let subscribe: UInt8 = 8
    static let unsubscribe: UInt8 = 10
  }

  var framers = MessageFramers()
  /// The client's; from 5 on packets have properties.
  private var version: UInt8 = 4

  /// The length of the fixed header and of what is behind it (MQTT 5.0 section 2.1).
  static func header(_ reader: ByteReader) -> (length: Int, rest: Int)? {
    var rest = 0
    for index in 0..<4 {
      guard let byte: UInt8 = reader.peek(at: 1 + index) else { return nil }
      rest |= Int(byte & 0x7F) << (7 * index)
      if byte < 0x80 { return (2 + index, rest) }
    }
    return nil
  }

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard let first: UInt8 = reader.peek() else { return .needs(1) }
    guard MQTT.types.known(first >> 4) != nil else { return .unknown }
    guard let header = Self.header(reader) else {
      return reader.remaining < 5 ? .needs(reader.remaining + 1) : .unknown
    }
    return .message(
      length: header.length + header.rest, wanted: header.length + min(header.rest, 1024))
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let first: UInt8 = message.peek() ?? 0
    guard let header = Self.header(message) else { return }
    message.advance(header.length)
    let name = MQTT.types[first >> 4]
    notes.count(MQTT.type, name)
    var details = ""
    switch first >> 4 {
    case Kind.connect: try readConnect(&message, into: &notes)
    case Kind.answer: try readAnswer(&message, into: &notes)
    case Kind.publish:
      details = try readTopic(&message, into: &notes)
    case Kind.subscribe, Kind.unsubscribe:
      details = try readTopics(&message, hasOptions: first >> 4 == Kind.subscribe, into: &notes)
    default: break
    }
    let text = details.isEmpty ? name : "\(name) [\(details)]"
    notes.info = notes.info.map { "\($0), \(text)" } ?? text
  }

  private mutating func readConnect(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try Self.skipText(&message)
    version = try message.read()
    notes.count(MQTT.version, MQTT.versions[version])
    try message.skip(3)  // flags, keep alive
    try skipProperties(&message)
    let count: UInt16 = try message.read()
    let client = try message.readText(Int(count))
    if !client.isEmpty { notes.count(MQTT.client, client) }
  }

  private func readAnswer(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try message.skip(1)
    let code: UInt8 = try message.read()
    if version >= 5 {
      notes.count(MQTT.reason, MQTT.reasons[code])
    } else {
      notes.count(MQTT.answer, MQTT.answers[code])
    }
  }

  private func readTopic(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) -> String {
    let count: UInt16 = try message.read()
    let topic = try message.readText(Int(count))
    // Version 5 sends an empty one where it sends a number instead.
    if !topic.isEmpty { notes.count(MQTT.topic, topic) }
    return topic
  }

  private func readTopics(
    _ message: inout ByteReader, hasOptions: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) -> String {
    try message.skip(2)
    try skipProperties(&message)
    var topics: [String] = []
    while !message.isAtEnd, topics.count < 32 {
      topics.append(try readTopic(&message, into: &notes))
      if hasOptions { try message.skip(1) }
    }
    return topics.joined(separator: ", ")
  }

  private static func skipText(_ message: inout ByteReader) throws(DecodeError) {
    let count: UInt16 = try message.read()
    try message.skip(Int(count))
  }

  /// Passes over properties, whose length is written like that of a packet (section 2.2.2).
  private func skipProperties(_ message: inout ByteReader) throws(DecodeError) {
    guard version >= 5 else { return }
    var length = 0
    for index in 0..<4 {
      let byte: UInt8 = try message.read()
      length |= Int(byte & 0x7F) << (7 * index)
      if byte < 0x80 { break }
    }
    try message.skip(length)
  }
}
