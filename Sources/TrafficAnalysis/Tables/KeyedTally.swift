/// Counts by key with a limit on keys, as ``BoundedTally``, where there are counts in every packet.
struct KeyedTally<Key: FastHashable>: Sendable {
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

  mutating func merge(_ other: KeyedTally) {
    beyond += other.beyond
    for (key, count) in other.counts { add(key, count) }
  }

  /// Most first; ties by name.
  func ranked(_ name: (Key) -> String) -> [Tally] {
    counts.map { Tally(name: name($0), count: $1) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
