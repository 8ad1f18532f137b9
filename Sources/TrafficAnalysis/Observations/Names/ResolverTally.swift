import PacketDecoding

/// Counts queries by the client and the resolver that it asks.
struct ResolverTally: Sendable {
  static let limit = 8192

  /// By client and server.
  private var rows = KeyedTable<HostPair, ResolverUse>()
  /// Queries that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func addQuery(_ message: DNSMessage, _ ends: MessageEnds) {
    // Resolvers ask the servers of domains without wanting recursion.
    guard message.header.isRecursionDesired else { return }
    let hasRoom = rows.update(
      HostPair(first: ends.source, second: ends.destination), limit: Self.limit,
      adding: ResolverUse(client: ends.source, server: ends.destination)
    ) { use in
      use.queries += 1
      use.packets.add(ends.number)
    }
    if !hasRoom { beyond += 1 }
  }

  mutating func merge(_ other: ResolverTally) {
    beyond += other.beyond
    for (pair, use) in other.rows.pairs {
      let hasRoom = rows.merge(pair, use, limit: Self.limit) { known, use in
        known.queries += use.queries
        known.packets.merge(use.packets)
      }
      if !hasRoom { beyond += use.queries }
    }
  }

  var sorted: [ResolverUse] {
    rows.rows.sorted { ($0.client, $0.server) < ($1.client, $1.server) }
  }
}
