package import PacketDecoding

/// Attempts of one host to log in at a service of another.
package struct LoginAttempts: Sendable {
  package var client: IPAddress
  package var server: IPAddress
  package var port: UInt16
  package var total: UInt64 = 0
  /// The most in one minute of the clock.
  package var mostPerMinute: UInt64 = 0
  package var packets = PacketNumbers()

  package init(client: IPAddress, server: IPAddress, port: UInt16) {
    self.client = client
    self.server = server
    self.port = port
  }
}
