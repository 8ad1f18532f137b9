package import PacketDecoding

/// What one client asks of one resolver.
package struct ResolverUse: Sendable {
  package var client: IPAddress
  package var server: IPAddress
  package var queries: UInt64 = 0
  package var packets = PacketNumbers()

  package init(client: IPAddress, server: IPAddress) {
    self.client = client
    self.server = server
  }
}
