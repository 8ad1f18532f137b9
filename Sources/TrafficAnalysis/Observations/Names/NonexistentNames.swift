package import PacketDecoding

/// What a client asked a resolver for that does not exist, in the five minutes with most of it.
package struct NonexistentNames: Sendable {
  package var client: IPAddress
  /// Different domains, up to ``domainLimit``.
  package var domains: Int = 0
  /// Responses with code NXDOMAIN in that time.
  package var responses: UInt64 = 0
  /// All responses in that time.
  package var allResponses: UInt64 = 0
  package var packets = PacketNumbers()

  package static let domainLimit = 256

  package init(client: IPAddress) { self.client = client }
}
