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
  private var names: [String: Counts] = [:]
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
    if let place = names.index(forKey: key) {
      // Which spelling came first depends on who saw it: none of several is shown.
      if names.values[place].shown != shown { names.values[place].shown = key }
      change(&names.values[place])
    } else if names.count < limit {
      var counts = Counts(shown: shown)
      change(&counts)
      names[key] = counts
    } else {
      beyond += 1
    }
  }

  mutating func merge(_ other: DNSNameTable) {
    beyond += other.beyond
    for (_, counts) in other.names.sorted(by: { $0.key < $1.key }) {
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
    let rows = names.values.lazy.filter { ($0.queries > 0) == asked }.map { counts in
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
