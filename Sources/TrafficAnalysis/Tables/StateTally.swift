/// Connections by state.
struct StateTally: Sendable {
  // A dictionary would hash the states' names, once for every flow.
  private var counts: [(state: ConnectionState, count: UInt64)] = []

  @inline(__always)
  mutating func add(_ state: ConnectionState, _ count: UInt64 = 1) {
    if let place = counts.firstIndex(where: { $0.state == state }) {
      counts[place].count += count
    } else {
      counts.append((state, count))
    }
  }

  mutating func merge(_ other: StateTally) {
    for (state, count) in other.counts { add(state, count) }
  }

  var byState: [ConnectionState: UInt64] {
    Dictionary(uniqueKeysWithValues: counts.map { ($0.state, $0.count) })
  }
}
