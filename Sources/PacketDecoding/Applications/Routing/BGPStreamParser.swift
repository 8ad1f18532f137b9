/// Reads the messages of a session of BGP.
struct BGPStreamParser: FramedStreamParser {
  private enum Kind {
    static let open: UInt8 = 1
    static let notification: UInt8 = 3
  }

  static let canResume = true

  var framers = MessageFramers()

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    guard reader.remaining >= BGP.headerLength, let length: UInt16 = reader.peek(at: 16) else {
      return .needs(BGP.headerLength)
    }
    return BGP.recognizesStream(reader) ? .message(length: Int(length)) : .unknown
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try message.skip(18)
    let kind: UInt8 = try message.read()
    notes.count(BGP.type, BGP.types[kind])
    notes.info = notes.info.map { "\($0), \(BGP.types[kind])" } ?? BGP.types[kind]
    if kind == Kind.open {
      try readOpen(&message, into: &notes)
    } else if kind == Kind.notification {
      let code: UInt8 = try message.read()
      let reason = BGP.reason(code, try message.read())
      notes.count(BGP.notification, reason)
      notes.info? += " (\(reason))"
    }
  }

  private func readOpen(
    _ message: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    try message.skip(1)
    let short: UInt16 = try message.read()
    try message.skip(2)
    let identifier: UInt32 = try message.read()
    notes.count(BGP.identifier, IPAddress(v4: identifier).description)
    try message.skip(1)
    notes.count(BGP.system, "\(Self.longSystem(message) ?? UInt32(short))")
  }

  /// The number of four bytes among the capabilities (RFC 6793 section 3).
  private static func longSystem(_ parameters: ByteReader) -> UInt32? {
    var parameters = parameters
    while let kind: UInt8 = parameters.peek(), let length: UInt8 = parameters.peek(at: 1) {
      var capabilities = parameters.slice(at: 2, count: Int(length))
      while kind == 2, let code: UInt8 = capabilities.peek(),
        let size: UInt8 = capabilities.peek(at: 1)
      {
        if code == 65 { return capabilities.peek(at: 2) }
        capabilities.advance(2 + Int(size))
      }
      parameters.advance(2 + Int(length))
    }
    return nil
  }
}
