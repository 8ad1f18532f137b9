/// What requests and responses add up to for each host that was named, with a limit on hosts.
struct HTTPHostTable: Sendable {
  struct Counts: BitwiseCopyable, Sendable {
    var requests: UInt64 = 0
    var clientErrors: UInt64 = 0
    var serverErrors: UInt64 = 0
    var requestBodyBytes: UInt64 = 0
    var responseBodyBytes: UInt64 = 0
  }

  private struct ErrorKey: FastHashable {
    var host: String?
    var status: Int

    func hashed(by hash: FastHash) -> UInt64 {
      hash(host.hashed(by: hash), status.hashed(by: hash))
    }
  }

  private var counts = KeyedTable<String, Counts>()
  private var errors = BoundedTally<ErrorKey>(limit: 10_000)
  /// Counts of hosts that found no room.
  private(set) var beyond: UInt64 = 0
  let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func count(_ host: String, _ change: (inout Counts) -> Void) {
    if !counts.update(host, limit: limit, adding: Counts(), change) { beyond += 1 }
  }

  /// Counts a response with an error status.
  mutating func countError(_ status: Int, host: String?) {
    errors.add(ErrorKey(host: host, status: status))
    guard let host else { return }
    count(host) { if status < 500 { $0.clientErrors += 1 } else { $0.serverErrors += 1 } }
  }

  mutating func merge(_ other: HTTPHostTable) {
    beyond += other.beyond
    errors.merge(other.errors)
    for (host, added) in other.counts.pairs {
      count(host) {
        $0.requests += added.requests
        $0.clientErrors += added.clientErrors
        $0.serverErrors += added.serverErrors
        $0.requestBodyBytes &+= added.requestBodyBytes
        $0.responseBodyBytes &+= added.responseBodyBytes
      }
    }
  }

  /// Most requests first, then most bytes, of which `bytes` says how many a host had.
  func ranked(maxRows: Int, bytes: [String: UInt64]) -> Ranked<HTTPHost> {
    TrafficAnalysis.ranked(
      counts.pairs.lazy.map { name, counts in
        var host = HTTPHost(name: name, requests: counts.requests, bytes: bytes[name] ?? 0)
        host.clientErrors = counts.clientErrors
        host.serverErrors = counts.serverErrors
        host.requestBodyBytes = counts.requestBodyBytes
        host.responseBodyBytes = counts.responseBodyBytes
        return host
      }, maxRows: maxRows
    ) { ($1.requests, $1.bytes, $0.name) < ($0.requests, $0.bytes, $1.name) }
  }

  func errors(maxRows: Int) -> Ranked<HTTPError> {
    TrafficAnalysis.ranked(
      errors.counts.lazy.map { HTTPError(host: $0.host, status: $0.status, responses: $1) },
      maxRows: maxRows
    ) {
      ($1.responses, $0.status, $0.host ?? "") < ($0.responses, $1.status, $1.host ?? "")
    }
  }
}
