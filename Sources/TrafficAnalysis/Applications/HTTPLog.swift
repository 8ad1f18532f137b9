import PacketDecoding

/// Counts HTTP messages.
struct HTTPLog: Sendable {
  private(set) var requests: UInt64 = 0
  private var responses: UInt64 = 0
  private var methods = BoundedTally<String>(limit: 256)
  private var statuses = BoundedTally<Int>(limit: 1000)
  private(set) var userAgents = BoundedTally<String>(limit: 10_000)
  private(set) var hosts: BoundedTally<String>
  private var latency = QuantileSketch()

  init(hostLimit: Int) { hosts = BoundedTally(limit: hostLimit) }

  mutating func add(_ request: HTTPRequest) {
    requests += 1
    methods.add(bounded(request.method))
    if let host = request.host { hosts.add(bounded(host)) }
    if let agent = request.fields.userAgent { userAgents.add(bounded(agent)) }
  }

  mutating func add(_ response: HTTPResponse, latency nanoseconds: Int64?) {
    responses += 1
    statuses.add(response.status)
    if let nanoseconds { latency.add(nanoseconds) }
  }

  mutating func merge(_ other: HTTPLog) {
    requests += other.requests
    responses += other.responses
    methods.merge(other.methods)
    statuses.merge(other.statuses)
    userAgents.merge(other.userAgents)
    hosts.merge(other.hosts)
    latency.merge(other.latency)
  }

  /// `bytes` says how many bytes the conversations with a host had.
  func summary(maxRows: Int, bytes: [String: UInt64]) -> HTTPSummary {
    var result = HTTPSummary()
    result.requests = requests
    result.responses = responses
    result.methods = methods.ranked()
    result.statuses = statuses.ranked { "\($0)" }
    result.userAgents = Array(userAgents.ranked().prefix(maxRows))
    result.hosts = hosts.ranked(maxRows: maxRows, bytes: bytes) { name, count, bytes in
      HTTPHost(name: name, requests: count, bytes: bytes)
    }
    result.latency = latency.quantiles
    return result
  }
}
