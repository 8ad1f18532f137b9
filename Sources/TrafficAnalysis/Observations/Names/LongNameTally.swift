import PacketDecoding

/// Counts queries for names with long labels, by client and domain: data can be sent in them.
struct LongNameTally: Sendable {
  static let limit = 2048

  private struct Key: Hashable {
    var client: IPAddress
    var domain: String
  }

  fileprivate struct Row: Sendable {
    var found: LongNames
    var names: Set<UInt64> = []
  }

  private var rows: [Key: Row] = [:]
  /// Queries that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func addQuery(_ message: DNSMessage, _ ends: MessageEnds) {
    guard let name = message.questions.first?.name, NameParts.hasLongLabel(name) else { return }
    let parts = NameParts(name)
    guard let domain = parts.domain, parts.longBytes > 0 else { return }
    let key = Key(client: ends.source, domain: bounded(domain.lowercased()))
    var row = Row(found: LongNames(client: key.client, domain: key.domain))
    row.found.queries = 1
    row.found.bytes = UInt64(parts.longBytes)
    row.found.packets.add(ends.number)
    row.names = [NameHash.of(name)]
    add(row, key)
  }

  private mutating func add(_ row: Row, _ key: Key) {
    guard let place = rows.index(forKey: key) else {
      if rows.count < Self.limit { rows[key] = row } else { beyond += row.found.queries }
      return
    }
    rows.values[place].add(row)
  }

  mutating func merge(_ other: LongNameTally) {
    beyond += other.beyond
    for (key, row) in other.rows { add(row, key) }
  }

  var sorted: [LongNames] {
    rows.values.map { row in
      var found = row.found
      found.names = min(LongNames.nameLimit, row.names.count)
      return found
    }.sorted { ($0.client, $0.domain) < ($1.client, $1.domain) }
  }
}

extension LongNameTally.Row {
  fileprivate mutating func add(_ other: Self) {
    found.queries += other.found.queries
    found.bytes += other.found.bytes
    found.packets.merge(other.found.packets)
    if names.count < LongNames.nameLimit { names.formUnion(other.names) }
  }
}
