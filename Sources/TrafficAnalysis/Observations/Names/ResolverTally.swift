import PacketDecoding

/// Counts queries by the client and the resolver that it asks.
struct ResolverTally: Sendable {
  static let limit = 8192

  private struct Pair: Hashable {
    var client: IPAddress
    var server: IPAddress
  }

  private var rows: [Pair: ResolverUse] = [:]
  /// Queries that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func addQuery(_ message: DNSMessage, _ ends: MessageEnds) {
    // Resolvers ask the servers of domains without wanting recursion.
    guard message.header.isRecursionDesired else { return }
    var use = ResolverUse(client: ends.source, server: ends.destination)
    use.queries = 1
    use.packets.add(ends.number)
    add(use)
  }

  private mutating func add(_ use: ResolverUse) {
    let pair = Pair(client: use.client, server: use.server)
    if let place = rows.index(forKey: pair) {
      rows.values[place].queries += use.queries
      rows.values[place].packets.merge(use.packets)
    } else if rows.count < Self.limit {
      rows[pair] = use
    } else {
      beyond += use.queries
    }
  }

  mutating func merge(_ other: ResolverTally) {
    beyond += other.beyond
    for use in other.rows.values { add(use) }
  }

  var sorted: [ResolverUse] {
    rows.values.sorted { ($0.client, $0.server) < ($1.client, $1.server) }
  }
}
