import PacketDecoding

/// Counts DNS messages, and follows queries to their responses.
struct DNSLog: Sendable {
  struct NameCounts: Sendable {
    var shown: String
    var queries: UInt64 = 0
    var responses: UInt64 = 0
    var nonexistent: UInt64 = 0
    var failed: UInt64 = 0
  }

  struct ServerCounts: Sendable {
    var queries: UInt64 = 0
    var responses: UInt64 = 0
  }

  private struct Transaction: Hashable {
    var client: IPAddress
    var server: IPAddress
    var port: UInt16
    var id: UInt16
  }

  static let serverLimit = 10_000

  let nameLimit: Int
  let openLimit: Int

  private var queries: UInt64 = 0
  private var responses: UInt64 = 0
  private var answered: UInt64 = 0
  private var transactions: UInt64 = 0
  private var codes = BoundedTally<UInt16>(limit: 4096)
  private var types = BoundedTally<UInt16>(limit: 4096)
  private var names: [String: NameCounts] = [:]
  private(set) var namesBeyond: UInt64 = 0
  private var servers: [IPAddress: ServerCounts] = [:]
  /// Messages of servers that found no room.
  private(set) var serversBeyond: UInt64 = 0
  private var latency = QuantileSketch()
  private var open: [Transaction: Int64] = [:]
  /// Queries that were forgotten before an answer because too many waited.
  private(set) var openBeyond: UInt64 = 0

  init(nameLimit: Int, openLimit: Int) {
    self.nameLimit = nameLimit
    self.openLimit = openLimit
  }

  /// Takes a message; `isLate` if it came at an unknown time before `time`.
  mutating func add(_ message: DNSMessage, _ ends: MessageEnds, time: Int64, isLate: Bool = false) {
    if message.isResponse {
      addResponse(message, ends, time: isLate ? nil : time)
    } else {
      addQuery(message, ends, time: time)
    }
  }

  private mutating func addQuery(_ message: DNSMessage, _ ends: MessageEnds, time: Int64) {
    queries += 1
    count(server: ends.destination) { $0.queries += 1 }
    for question in message.questions {
      types.add(question.type.rawValue)
      count(name: question.name) { $0.queries += 1 }
    }
    let key = Transaction(
      client: ends.source, server: ends.destination, port: ends.sourcePort, id: message.id)
    if open[key] == nil {
      transactions += 1
      // Too many open at once is a flood: the oldest will hardly be answered, and none is worth more.
      if open.count >= openLimit {
        openBeyond += UInt64(open.count)
        open.removeAll(keepingCapacity: true)
      }
      open[key] = time
    }
  }

  private mutating func addResponse(_ message: DNSMessage, _ ends: MessageEnds, time: Int64?) {
    responses += 1
    codes.add(message.responseCode.rawValue)
    count(server: ends.source) { $0.responses += 1 }
    for question in message.questions {
      count(name: question.name) { counts in
        counts.responses += 1
        if message.responseCode == .nameError {
          counts.nonexistent += 1
        } else if message.responseCode != .noError {
          counts.failed += 1
        }
      }
    }
    let key = Transaction(
      client: ends.destination, server: ends.source, port: ends.destinationPort, id: message.id)
    guard let sent = open.removeValue(forKey: key) else { return }
    answered += 1
    if let time { latency.add(time &- sent) }
  }

  private mutating func count(name: String, _ change: (inout NameCounts) -> Void) {
    let shown = bounded(name)
    let key = shown.lowercased()
    if names[key] == nil, names.count >= nameLimit {
      namesBeyond += 1
      return
    }
    Self.change(&names[key, default: NameCounts(shown: shown)]) { counts in
      // Which spelling came first depends on who saw it: none of several is shown.
      if counts.shown != shown { counts.shown = key }
      change(&counts)
    }
  }

  private static func change(_ counts: inout NameCounts, _ body: (inout NameCounts) -> Void) {
    body(&counts)
  }

  private mutating func count(server: IPAddress, _ change: (inout ServerCounts) -> Void) {
    guard servers.count < Self.serverLimit || servers[server] != nil else {
      serversBeyond += 1
      return
    }
    change(&servers[server, default: ServerCounts()])
  }

  mutating func merge(_ other: DNSLog) {
    queries += other.queries
    responses += other.responses
    answered += other.answered
    transactions += other.transactions
    codes.merge(other.codes)
    types.merge(other.types)
    latency.merge(other.latency)
    namesBeyond += other.namesBeyond
    serversBeyond += other.serversBeyond
    openBeyond += other.openBeyond
    for (_, counts) in other.names.sorted(by: { $0.key < $1.key }) {
      count(name: counts.shown) {
        $0.queries += counts.queries
        $0.responses += counts.responses
        $0.nonexistent += counts.nonexistent
        $0.failed += counts.failed
      }
    }
    for (address, counts) in other.servers {
      count(server: address) {
        $0.queries += counts.queries
        $0.responses += counts.responses
      }
    }
  }

  /// The counts without the queries that wait, which only the original needs.
  var countsOnly: DNSLog {
    var copy = self
    copy.open = [:]
    return copy
  }

  func summary(maxRows: Int) -> DNSSummary {
    var result = DNSSummary()
    result.queries = queries
    result.responses = responses
    result.unanswered = transactions - answered
    result.responseCodes = codes.ranked { DNSResponseCode(rawValue: $0).description }
    result.types = types.ranked { DNSType(rawValue: $0).description }
    result.names = ranked(
      names.values.lazy.map { counts in
        var row = DNSName(name: counts.shown)
        row.queries = counts.queries
        row.responses = counts.responses
        row.nonexistent = counts.nonexistent
        row.failed = counts.failed
        return row
      }, maxRows: maxRows
    ) { ($1.queries, $1.responses, $0.name) < ($0.queries, $0.responses, $1.name) }
    result.servers = ranked(
      servers.lazy.map { address, counts in
        var row = DNSServer(address: address)
        row.queries = counts.queries
        row.responses = counts.responses
        return row
      }, maxRows: maxRows
    ) { ($1.queries, $1.responses, $0.address) < ($0.queries, $0.responses, $1.address) }
    result.latency = latency.quantiles
    return result
  }
}
