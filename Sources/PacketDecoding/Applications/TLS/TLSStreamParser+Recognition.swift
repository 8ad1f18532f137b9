extension TLSStreamParser {
  /// Whether a stream that begins like this is of TLS, on any port.
  package static func looksLikeTLS(_ reader: ByteReader) -> Bool {
    var reader = reader
    if isSSL2Hello(reader) { return true }
    guard let header = try? TLSRecordHeader(parsing: &reader) else { return false }
    switch header.content {
    case .handshake:
      guard let word: UInt32 = reader.peek() else { return header.length >= 4 }
      let type = TLSHandshakeType(rawValue: UInt8(word >> 24))
      return type.isKnown && word & 0xFF_FFFF <= 0x1_0000
    case .changeCipherSpec: return header.length == 1 && (reader.peek() ?? UInt8(1)) == 1
    case .alert: return header.length == 2 || header.length >= 16
    case .applicationData: return header.length >= 16 || header.version == .tls12
    case .heartbeat: return header.length >= 19
    }
  }

  /// Whether a segment begins with a hello in a record, so surely that what came before it in the stream
  /// asked for it: STARTTLS and its like, CONNECT of HTTP, SOCKS.
  @inline(__always)
  package static func beginsWithHello(_ reader: ByteReader) -> Bool {
    reader.peek() == UInt8(22) && isHello(reader)
  }

  private static func isHello(_ reader: ByteReader) -> Bool {
    guard let version: UInt16 = reader.peek(at: 1), (0x0300...0x0303).contains(version),
      let recordLength: UInt16 = reader.peek(at: 3), recordLength >= 42,
      Int(recordLength) <= TLSRecordHeader.lengthLimit, let word: UInt32 = reader.peek(at: 5),
      word >> 24 == 1 || word >> 24 == 2, let hello: UInt16 = reader.peek(at: 9)
    else { return false }
    // Other messages may follow the server's in the same record, but none the client's.
    let length = word & 0xFF_FFFF
    let rest = UInt32(recordLength) - 4
    let fits = word >> 24 == 1 ? length >= rest : length >= 38
    return fits && length <= TLSHandshakeMessage.lengthLimit
      && ((0x0300...0x0304).contains(hello) || hello >> 8 == 0x7F)
  }

  /// Whether this is a hello in the form of SSL 2.0 whose lengths add up.
  private static func isSSL2Hello(_ reader: ByteReader) -> Bool {
    guard let length = ssl2Length(reader), let suites: UInt16 = reader.peek(at: 5),
      let session: UInt16 = reader.peek(at: 7), let challenge: UInt16 = reader.peek(at: 9)
    else { return false }
    return suites % 3 == 0 && suites > 0 && challenge >= 16
      && Int(suites) + Int(session) + Int(challenge) + 11 == length
  }
}
