/// Counts by key with a limit on keys; what comes when it is full is counted together.
struct BoundedTally<Key: FastHashable>: Sendable {
  private var table = KeyedTable<Key, UInt64>()
  /// Counts of keys that found no room.
  private(set) var beyond: UInt64 = 0
  let limit: Int

  init(limit: Int) { self.limit = limit }

  var counts: Zip2Sequence<[Key], [UInt64]> { table.pairs }

  @inline(__always)
  mutating func add(_ key: Key, _ count: UInt64 = 1) {
    if !table.update(key, limit: limit, adding: 0, { $0 += count }) { beyond += count }
  }

  mutating func merge(_ other: BoundedTally) {
    beyond += other.beyond
    for (key, count) in other.counts { add(key, count) }
  }

  /// Most first; ties by name.
  func ranked(_ name: (Key) -> String) -> [Tally] {
    counts.map { Tally(name: name($0), count: $1) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

extension BoundedTally where Key == String {
  func ranked() -> [Tally] { ranked { $0 } }

  /// Rows of a name, its count, and what `bytes` says of it; most counted first, then most bytes.
  func ranked<Row>(
    maxRows: Int, bytes: [String: UInt64], row: (String, UInt64, UInt64) -> Row
  ) -> Ranked<Row> {
    let names = TrafficAnalysis.ranked(
      counts.lazy.map { (name: $0, count: $1, bytes: bytes[$0] ?? 0) },
      maxRows: maxRows
    ) { ($1.count, $1.bytes, $0.name) < ($0.count, $0.bytes, $1.name) }
    return Ranked(rows: names.rows.map { row($0.name, $0.count, $0.bytes) }, total: names.total)
  }
}
