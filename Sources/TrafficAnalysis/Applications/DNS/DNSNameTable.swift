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
    for (_, counts) in other.names.pairs.sorted(by: { $0.0 < $1.0 }) {
      count(counts.shown) {
        $0.queries += counts.queries
        $0.responses += counts.responses
        $0.nonexistent += counts.nonexistent
        $0.failed += counts.failed
      }
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
