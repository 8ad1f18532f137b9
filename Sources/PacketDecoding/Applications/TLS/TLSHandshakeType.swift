/// The kind of a handshake message (RFC 8446 section 4).
struct TLSHandshakeType: RawRepresentable, Hashable, Sendable {
  var rawValue: UInt8

  static let clientHello = TLSHandshakeType(rawValue: 1)
  static let serverHello = TLSHandshakeType(rawValue: 2)
  static let helloRetryRequest = TLSHandshakeType(rawValue: 6)
  static let certificate = TLSHandshakeType(rawValue: 11)

  /// Whether the number was ever given to a message.
  var isKnown: Bool {
    switch rawValue {
    case 0...6, 8, 11...16, 20...26, 67, 254: true
    default: false
    }
  }
}
