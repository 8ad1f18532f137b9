/// What is said in the clear at the beginning of a TLS stream.
package enum TLSEvent: Hashable, Sendable {
  case clientHello(TLSClientHello)
  case serverHello(TLSServerHello)
  /// The certificates of a chain in DER, the sender's own first (RFC 5246 section 7.4.2).
  case certificate([[UInt8]])
  case keyExchange(TLSKeyExchange)
  /// The server wants the client to show a certificate.
  case certificateRequest
  /// The server hands out a ticket for resuming the session (RFC 5077 section 3.3).
  case sessionTicket
  case alert(TLSAlert)
  case heartbeat(TLSHeartbeat)
}
