/// Turns one handshake message into what it tells (RFC 8446 section 4, RFC 5246 section 7.4).
enum TLSHandshakeMessage {
  /// Longer messages are passed over.
  static let lengthLimit = 65_536
  /// More certificates than this, and longer ones, are left out.
  private static let certificateLimit = 10
  private static let certificateByteLimit = 16_384

  /// What a message with this body tells, of which `isWhole` says whether it came to its end.
  ///
  /// `suite` is what the same sender has chosen before.
  static func event(
    _ type: TLSHandshakeType, _ body: inout ByteReader, isWhole: Bool, suite: TLSCipherSuite?,
    isDatagram: Bool = false
  ) -> TLSEvent? {
    switch type {
    case .clientHello:
      var hello = TLSClientHello(parsing: &body, isDatagram: isDatagram)
      hello.isComplete = hello.isComplete && isWhole
      return .clientHello(hello)
    case .serverHello:
      var hello = TLSServerHello(parsing: &body)
      hello.isComplete = hello.isComplete && isWhole
      return .serverHello(hello)
    case .serverKeyExchange:
      return suite.flatMap { TLSKeyExchange(parsing: &body, suite: $0) }.map { .keyExchange($0) }
    case .certificate where isWhole:
      let chain = (try? certificates(&body)) ?? []
      return chain.isEmpty ? nil : .certificate(chain)
    case .certificateRequest: return .certificateRequest
    case .newSessionTicket: return .sessionTicket
    default: return nil
    }
  }

  /// The chain of RFC 5246 section 7.4.2; that of TLS 1.3 is always encrypted.
  private static func certificates(_ body: inout ByteReader) throws(DecodeError) -> [[UInt8]] {
    var chain: [[UInt8]] = []
    let length = try body.readUInt24()
    body.limit(to: length)
    while !body.isAtEnd, chain.count < certificateLimit {
      let length = try body.readUInt24()
      if length > certificateByteLimit {
        try body.skip(length)
      } else {
        chain.append(try body.readBytes(length))
      }
    }
    return chain
  }
}
