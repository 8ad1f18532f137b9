import PacketDecoding

/// Counts HTTP messages, and keeps the transactions that are worth it.
struct HTTPLog: Sendable {
  private(set) var requests: UInt64 = 0
  private var responses: UInt64 = 0
  private var wholeRequests: UInt64 = 0
  private var wholeResponses: UInt64 = 0
  private var forwardedRequests: UInt64 = 0
  private var requestBodyBytes: UInt64 = 0
  private var responseBodyBytes: UInt64 = 0
  private var methods = BoundedTally<String>(limit: 256)
  private var statuses = BoundedTally<Int>(limit: 1000)
  private var versions = BoundedTally<String>(limit: 64)
  private(set) var userAgents = BoundedTally<String>(limit: 10_000)
  private var servers = BoundedTally<String>(limit: 10_000)
  private var contentTypes = BoundedTally<String>(limit: 1000)
  private var contentEncodings = BoundedTally<String>(limit: 256)
  private var proxies = BoundedTally<String>(limit: 1000)
  private var upgrades = BoundedTally<String>(limit: 256)
  private(set) var hosts: HTTPHostTable
  private var latency = QuantileSketch()
  var transactions: HTTPTransactionLog

  init(options: AnalysisOptions) {
    hosts = HTTPHostTable(limit: options.maxNames)
    transactions = HTTPTransactionLog(options: options)
  }

  /// Counts a message when its header has come.
  mutating func begin(_ request: HTTPRequest) { requests += 1 }

  /// The same of a response; `nanoseconds` since the request, where that is known.
  mutating func begin(_ response: HTTPResponse, latency nanoseconds: Int64?) {
    responses += 1
    if let nanoseconds { latency.add(nanoseconds) }
  }

  /// Counts a request all of which has come.
  mutating func add(_ request: HTTPRequest) {
    wholeRequests += 1
    methods.add(bounded(request.method))
    versions.add(request.version.isEmpty ? "HTTP/0.9" : bounded(request.version))
    if let host = request.hostName { hosts.count(host) { $0.requests += 1 } }
    if let agent = request.fields.userAgent { userAgents.add(bounded(agent)) }
    if let via = request.fields.via { proxies.add(bounded(via)) }
    if request.fields.isForwarded { forwardedRequests += 1 }
  }

  /// Counts a response all of which has come.
  mutating func add(_ response: HTTPResponse, host: String?) {
    wholeResponses += 1
    statuses.add(response.status)
    if let server = response.fields.server { servers.add(bounded(server)) }
    if let type = response.mediaType { contentTypes.add(bounded(type)) }
    if let coding = response.fields.contentEncoding { contentEncodings.add(bounded(coding)) }
    if let via = response.fields.via { proxies.add(bounded(via)) }
    if response.status >= 400 { hosts.countError(response.status, host: host) }
  }

  /// Counts bytes of bodies as far as they came.
  mutating func addBodies(request: UInt64, response: UInt64, host: String?) {
    guard request > 0 || response > 0 else { return }
    requestBodyBytes &+= request
    responseBodyBytes &+= response
    guard let host else { return }
    hosts.count(host) {
      $0.requestBodyBytes &+= request
      $0.responseBodyBytes &+= response
    }
  }

  /// Counts what a connection is turned into.
  mutating func addUpgrade(_ name: String) { upgrades.add(bounded(name)) }

  mutating func merge(_ other: HTTPLog) {
    requests += other.requests
    responses += other.responses
    wholeRequests += other.wholeRequests
    wholeResponses += other.wholeResponses
    forwardedRequests += other.forwardedRequests
    requestBodyBytes &+= other.requestBodyBytes
    responseBodyBytes &+= other.responseBodyBytes
    methods.merge(other.methods)
    statuses.merge(other.statuses)
    versions.merge(other.versions)
    userAgents.merge(other.userAgents)
    servers.merge(other.servers)
    contentTypes.merge(other.contentTypes)
    contentEncodings.merge(other.contentEncodings)
    proxies.merge(other.proxies)
    upgrades.merge(other.upgrades)
    hosts.merge(other.hosts)
    latency.merge(other.latency)
    transactions.merge(other.transactions)
  }

  /// `bytes` says how many bytes the conversations with a host had.
  func summary(maxRows: Int, bytes: [String: UInt64]) -> HTTPSummary {
    var result = HTTPSummary()
    result.requests = requests
    result.responses = responses
    result.incompleteRequests = requests - wholeRequests
    result.incompleteResponses = responses - wholeResponses
    result.forwardedRequests = forwardedRequests
    result.requestBodyBytes = requestBodyBytes
    result.responseBodyBytes = responseBodyBytes
    result.methods = methods.ranked()
    result.statuses = statuses.ranked { "\($0)" }
    result.versions = versions.ranked()
    result.userAgents = Array(userAgents.ranked().prefix(maxRows))
    result.servers = Array(servers.ranked().prefix(maxRows))
    result.contentTypes = contentTypes.ranked()
    result.contentEncodings = contentEncodings.ranked()
    result.proxies = proxies.ranked()
    result.upgrades = upgrades.ranked()
    result.hosts = hosts.ranked(maxRows: maxRows, bytes: bytes)
    result.errors = hosts.errors(maxRows: maxRows)
    result.latency = latency.quantiles
    result.transactions = transactions.ranked()
    return result
  }
}
