import PacketDecoding

/// Counts the domains without existence that clients ask resolvers for, by spans of five minutes, which
/// begin at the same moments for every worker.
struct NonexistentTally: Sendable {
  static let limit = 4096
  private static let span: Int64 = 300_000_000_000

  fileprivate struct Row: Sendable {
    var domains: Set<UInt64> = []
    var responses: UInt64 = 0
    var allResponses: UInt64 = 0
    var packets = PacketNumbers()

    mutating func merge(_ other: Row) {
      domains.formUnion(other.domains)
      responses += other.responses
      allResponses += other.allResponses
      packets.merge(other.packets)
    }
  }

  /// By client and the number of the span; the second address says nothing.
  private var rows = KeyedTable<HostPair, Row>()
  /// Responses that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func addResponse(_ message: DNSMessage, _ ends: MessageEnds, time: Int64) {
    // Resolvers ask others without wanting recursion, and many of them for what clients mistyped.
    guard message.header.isRecursionDesired, let question = message.questions.first else { return }
    let key = HostPair(
      first: ends.destination, second: .none, number: UInt64(bitPattern: time / Self.span))
    let domain =
      message.responseCode == .nameError ? NameParts(question.name).domain : nil
    let hasRoom = rows.update(key, limit: Self.limit, adding: Row()) {
      $0.add(domain, number: ends.number)
    }
    if !hasRoom { beyond += 1 }
  }

  mutating func merge(_ other: NonexistentTally) {
    beyond += other.beyond
    for (key, row) in other.rows.pairs
    where !rows.merge(key, row, limit: Self.limit, { $0.merge($1) }) {
      beyond += row.allResponses
    }
  }

  /// Of each client the span with most domains, of several the first.
  var sorted: [NonexistentNames] {
    var best: [IPAddress: (span: Int64, names: NonexistentNames)] = [:]
    for (key, row) in rows.pairs where row.responses > 0 {
      let (client, span) = (key.first, Int64(bitPattern: key.number))
      var names = NonexistentNames(client: client)
      names.domains = min(NonexistentNames.domainLimit, row.domains.count)
      names.responses = row.responses
      names.allResponses = row.allResponses
      names.packets = row.packets
      if let known = best[client],
        (known.names.domains, -known.span) > (names.domains, -span)
      {
        continue
      }
      best[client] = (span, names)
    }
    return best.values.map(\.names).sorted { $0.client < $1.client }
  }
}

extension NonexistentTally.Row {
  /// Adds a response, with the domain that does not exist where it says so.
  fileprivate mutating func add(_ domain: Substring?, number: UInt64) {
    allResponses += 1
    guard let domain else { return }
    responses += 1
    packets.add(number)
    if domains.count < NonexistentNames.domainLimit { domains.insert(NameHash.of(domain)) }
  }
}
