package import PacketDecoding

/// Long labels that a client asked for below one domain.
package struct LongNames: Sendable {
  package var client: IPAddress
  package var domain: String
  /// Different names, up to ``nameLimit``.
  package var names: Int = 0
  package var queries: UInt64 = 0
  /// Bytes of long labels in all queries.
  package var bytes: UInt64 = 0
  package var packets = PacketNumbers()

  package static let nameLimit = 1024

  package init(client: IPAddress, domain: String) {
    self.client = client
    self.domain = domain
  }
}
