import PacketDecoding

/// What is counted of a DNS server for findings.
struct NameServerTally: Sendable {
  private var health = NameServerHealth(address: .none)
  /// Names that it failed on, by hash.
  private var failedNames: Set<UInt64> = []

  mutating func addQuery(isNew: Bool) {
    health.queries += 1
    if isNew { health.transactions += 1 }
  }

  /// Takes a response; with its latency where its query was seen, too, and the time is known.
  mutating func addResponse(
    _ message: DNSMessage, isStream: Bool, isAnswer: Bool, latency: Int64?
  ) {
    health.responses += 1
    if isAnswer { health.answered += 1 }
    if let latency { health.latencies.add(latency) }
    if message.isFailure {
      health.failed += 1
      if failedNames.count < NameServerHealth.nameLimit {
        failedNames.insert(NameHash.of(message.questions.first?.name ?? ""))
      }
    }
    guard !isStream else { return }
    health.datagrams += 1
    if message.header.isTruncated {
      health.truncated += 1
    } else if message.byteCount > NameServerHealth.largestDatagram {
      health.oversized += 1
    }
  }

  mutating func add(_ other: NameServerTally) {
    health.queries += other.health.queries
    health.transactions += other.health.transactions
    health.answered += other.health.answered
    health.responses += other.health.responses
    health.failed += other.health.failed
    failedNames.formUnion(other.failedNames)
    health.datagrams += other.health.datagrams
    health.oversized += other.health.oversized
    health.truncated += other.health.truncated
    health.latencies.merge(other.health.latencies)
  }

  func health(of address: IPAddress) -> NameServerHealth {
    var result = health
    result.address = address
    result.failedNames = min(NameServerHealth.nameLimit, failedNames.count)
    return result
  }
}

extension DNSMessage {
  /// True for codes by which a server says that it did not look.
  var isFailure: Bool { responseCode == .serverFailure || responseCode == .refused }
}
