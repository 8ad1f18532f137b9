/// What carries a TLS handshake.
package enum TLSTransport: String, Hashable, Sendable {
  case tcp, dtls, quic

  /// The first letter of JA4.
  var ja4Letter: Character {
    switch self {
    case .tcp: "t"
    case .dtls: "d"
    case .quic: "q"
    }
  }
}
