/// The kind of a handshake message (RFC 8446 section 4).
struct TLSHandshakeType: RawRepresentable, Hashable, Sendable {
  var rawValue: UInt8

  static let clientHello = TLSHandshakeType(rawValue: 1)
  static let serverHello = TLSHandshakeType(rawValue: 2)
  static let newSessionTicket = TLSHandshakeType(rawValue: 4)
  static let certificate = TLSHandshakeType(rawValue: 11)
  static let serverKeyExchange = TLSHandshakeType(rawValue: 12)
  static let certificateRequest = TLSHandshakeType(rawValue: 13)

  /// Whether something of the message's body is told.
  var isWanted: Bool {
    switch self {
    case .clientHello, .serverHello, .newSessionTicket, .certificate, .serverKeyExchange,
      .certificateRequest:
      true
    default: false
    }
  }

  /// Whether the number was ever given to a message.
  var isKnown: Bool {
    switch rawValue {
    case 0...6, 8, 11...16, 20...26, 67, 254: true
    default: false
    }
  }
}
