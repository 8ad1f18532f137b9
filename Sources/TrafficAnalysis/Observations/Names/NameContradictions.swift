package import PacketDecoding

/// Responses of a server to a client that differ from their query, or from one another.
package struct NameContradictions: Sendable {
  package var client: IPAddress
  package var server: IPAddress
  /// Responses whose question is not that of the query with their identifier.
  package var otherQuestions: UInt64 = 0
  /// Second responses to a query that was sent once, with other answers than the first.
  package var otherAnswers: UInt64 = 0
  package var packets = PacketNumbers()

  package init(client: IPAddress, server: IPAddress) {
    self.client = client
    self.server = server
  }
}
