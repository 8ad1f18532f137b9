import PacketDecoding

/// Messages by the name they ask for, for a limited number of names.
struct DNSNameTable: Sendable {
  private struct Counts: Sendable {
    var shown: String
    var queries: UInt64 = 0
    var responses: UInt64 = 0
    var nonexistent: UInt64 = 0
    var failed: UInt64 = 0
  }

  let limit: Int
  private var names = KeyedTable<String, Counts>()
  /// Messages whose name found no room.
  private(set) var beyond: UInt64 = 0

  init(limit: Int) { self.limit = limit }

  mutating func addQuery(_ name: String) { count(name) { $0.queries += 1 } }

  mutating func addResponse(_ name: String, _ code: DNSResponseCode) {
    count(name) { counts in
      counts.responses += 1
      if code == .nameError {
        counts.nonexistent += 1
      } else if code != .noError {
        counts.failed += 1
      }
    }
  }

  private mutating func count(_ name: String, _ change: (inout Counts) -> Void) {
    let shown = bounded(name)
    let key = shown.inLowerCase
    let hasRoom = names.update(key, limit: limit, adding: Counts(shown: shown)) { counts in
      // Which spelling came first depends on who saw it: none of several is shown.
      if counts.shown != shown { counts.shown = key }
      change(&counts)
    }
    if !hasRoom { beyond += 1 }
  }

  mutating func merge(_ other: DNSNameTable) {
    beyond += other.beyond
    // The order matters only where not all find room.
    let hasRoomForAll = names.count + other.names.count <= limit
    let places = hasRoomForAll ? Array(other.names.keys.indices) : other.names.places(inOrder: <)
    for place in places {
      let (key, counts) = (other.names.keys[place], other.names[place: place])
      let hasRoom = names.merge(key, counts, limit: limit) { known, counts in
        if known.shown != counts.shown { known.shown = key }
        known.queries += counts.queries
        known.responses += counts.responses
        known.nonexistent += counts.nonexistent
        known.failed += counts.failed
      }
      if !hasRoom { beyond += counts.queries + counts.responses }
    }
  }

  /// The names that were asked for, or those that only responses hold.
  func ranked(asked: Bool, maxRows: Int) -> Ranked<DNSName> {
    let rows = names.rows.lazy.filter { ($0.queries > 0) == asked }.map { counts in
      var row = DNSName(name: counts.shown)
      row.queries = counts.queries
      row.responses = counts.responses
      row.nonexistent = counts.nonexistent
      row.failed = counts.failed
      return row
    }
    return TrafficAnalysis.ranked(rows, maxRows: maxRows) {
      ($1.queries, $1.responses, $0.name) < ($0.queries, $0.responses, $1.name)
    }
  }
}
