import PacketDecoding

/// Counts DNS messages, and follows queries to their responses.
struct DNSLog: Sendable {
  static let serverLimit = 10_000

  private(set) var names: DNSNameTable
  private(set) var transactions: DNSTransactionLog
  /// Messages of servers that found no room.
  private(set) var serversBeyond: UInt64 = 0
  private var counts = Counts()
  private var opcodes = BoundedTally<UInt8>(limit: 16)
  private var codes = BoundedTally<UInt16>(limit: 4096)
  private var types = BoundedTally<UInt16>(limit: 4096)
  private var edns = DNSExtensionTally()
  private var servers = KeyedTable<IPAddress, DNSServerCounts>()
  private var latency = QuantileSketch()
  private(set) var tally = NameTally()

  init(options: AnalysisOptions) {
    names = DNSNameTable(limit: options.maxNames)
    transactions = DNSTransactionLog(
      limit: options.transactionLimit, openLimit: options.maxPending)
  }

  private struct Counts: Sendable {
    var queries: UInt64 = 0
    var responses: UInt64 = 0
    var streamMessages: UInt64 = 0
    /// Queries, each counted once however often it was sent.
    var transactions: UInt64 = 0
    var answered: UInt64 = 0
    var truncated: UInt64 = 0

    mutating func add(_ other: Counts) {
      queries += other.queries
      responses += other.responses
      streamMessages += other.streamMessages
      transactions += other.transactions
      answered += other.answered
      truncated += other.truncated
    }
  }

  /// Takes a message; `isLate` if it came at an unknown time before `time`.
  ///
  /// True for a response that contradicts its query, or another response.
  @discardableResult
  mutating func add(
    _ message: DNSMessage, _ ends: MessageEnds, time: Int64, isLate: Bool = false
  ) -> Bool {
    opcodes.add(message.header.opcode.rawValue)
    if ends.isStream { counts.streamMessages += 1 }
    if let found = message.edns { edns.add(found, isResponse: message.isResponse) }
    guard message.isResponse else {
      addQuery(message, ends, time: time)
      return false
    }
    addResponse(message, ends, time: time, isLate: isLate)
    return tally.addResponse(message, ends, time: time)
  }

  private mutating func addQuery(_ message: DNSMessage, _ ends: MessageEnds, time: Int64) {
    counts.queries += 1
    for question in message.questions { types.add(question.type.rawValue) }
    // One name a message, so that their queries add up to all queries.
    names.addQuery(message.questions.first?.name ?? "")
    tally.addQuery(message, ends, time: time)
    let isNew = transactions.addQuery(message, ends, time: time)
    if isNew { counts.transactions += 1 }
    count(server: ends.destination) {
      $0.queries += 1
      if isNew { $0.transactions += 1 }
      $0.tally.addQuery(isNew: isNew)
    }
  }

  private mutating func addResponse(
    _ message: DNSMessage, _ ends: MessageEnds, time: Int64, isLate: Bool
  ) {
    counts.responses += 1
    codes.add(message.responseCode.rawValue)
    if message.header.isTruncated { counts.truncated += 1 }
    if let question = message.questions.first {
      names.addResponse(question.name, message.responseCode)
    }
    let answer = transactions.addResponse(message, ends, time: time, isLate: isLate)
    count(server: ends.source) { server in
      server.addResponse(message.responseCode)
      guard case .answer(let latency) = answer else {
        server.tally.addResponse(message, isStream: ends.isStream, isAnswer: false, latency: nil)
        return
      }
      server.tally.addResponse(message, isStream: ends.isStream, isAnswer: true, latency: latency)
      server.answered += 1
      if let latency { server.addLatency(latency) }
    }
    guard case .answer(let latency) = answer else { return }
    counts.answered += 1
    if let latency { self.latency.add(latency) }
  }

  private mutating func count(
    server: IPAddress, _ change: (inout DNSServerCounts) -> Void
  ) {
    if !servers.update(server, limit: Self.serverLimit, adding: DNSServerCounts(), change) {
      serversBeyond += 1
    }
  }

  /// Gives up on the queries that wait for an answer, because no more packets will come.
  mutating func finish() { transactions.finishOpen() }

  /// All transactions that ended since the last time.
  mutating func takeTransactions() -> [DNSTransaction] { transactions.takeFinished() }

  mutating func merge(_ other: DNSLog) {
    counts.add(other.counts)
    opcodes.merge(other.opcodes)
    codes.merge(other.codes)
    types.merge(other.types)
    edns.merge(other.edns)
    names.merge(other.names)
    transactions.merge(other.transactions)
    latency.merge(other.latency)
    tally.merge(other.tally)
    serversBeyond += other.serversBeyond
    for (address, counts) in other.servers.pairs {
      count(server: address) { $0.add(counts) }
    }
  }

  /// The counts without the queries that wait, which only the original needs.
  var countsOnly: DNSLog {
    var copy = self
    copy.transactions = transactions.finishedOnly
    copy.tally = tally.countsOnly
    return copy
  }
}

// MARK: - Observations

extension DNSLog {
  var observations: NameObservations {
    var result = NameObservations()
    result.servers = servers.pairs.map { $1.tally.health(of: $0) }
      .sorted { $0.address < $1.address }
    tally.fill(&result)
    return result
  }
}

// MARK: - Summary

extension DNSLog {
  func summary(maxRows: Int) -> DNSSummary {
    var result = DNSSummary()
    result.queries = counts.queries
    result.responses = counts.responses
    result.unanswered = counts.transactions - counts.answered
    result.retransmissions = counts.queries - counts.transactions
    result.unsolicited = counts.responses - counts.answered
    result.truncated = counts.truncated
    result.opcodes = opcodes.ranked { DNSOpcode(rawValue: $0).description }
    result.transports = transports
    result.responseCodes = codes.ranked { DNSResponseCode(rawValue: $0).description }
    result.types = types.ranked { DNSType(rawValue: $0).description }
    result.edns = edns.summary
    result.names = names.ranked(asked: true, maxRows: maxRows)
    result.responseNames = names.ranked(asked: false, maxRows: maxRows)
    result.servers = ranked(servers.pairs.lazy.map { $1.row($0) }, maxRows: maxRows) {
      ($1.queries, $1.responses, $0.address) < ($0.queries, $0.responses, $1.address)
    }
    result.transactions = transactions.ranked(maxRows: maxRows)
    result.latency = latency.quantiles
    result.latencyDistribution = latency.distribution
    return result
  }

  private var transports: [Tally] {
    let all = counts.queries + counts.responses
    return [
      Tally(name: "UDP", count: all - counts.streamMessages),
      Tally(name: "TCP", count: counts.streamMessages),
    ].filter { $0.count > 0 }
  }
}
