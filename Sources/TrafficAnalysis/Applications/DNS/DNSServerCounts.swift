import PacketDecoding

/// What is counted of one DNS server.
struct DNSServerCounts: Sendable {
  var queries: UInt64 = 0
  var responses: UInt64 = 0
  var transactions: UInt64 = 0
  var answered: UInt64 = 0
  var nonexistent: UInt64 = 0
  var failed: UInt64 = 0
  /// What findings want to know beside.
  var tally = NameServerTally()
  /// Transactions whose time was taken, and their times in nanoseconds.
  private var timed: UInt64 = 0
  private var latencySum: UInt64 = 0
  private var latencyMaximum: Int64 = 0

  mutating func addResponse(_ code: DNSResponseCode) {
    responses += 1
    if code == .nameError {
      nonexistent += 1
    } else if code != .noError {
      failed += 1
    }
  }

  mutating func addLatency(_ nanoseconds: Int64) {
    timed += 1
    let (sum, overflow) = latencySum.addingReportingOverflow(UInt64(max(0, nanoseconds)))
    latencySum = overflow ? .max : sum
    latencyMaximum = max(latencyMaximum, nanoseconds)
  }

  mutating func add(_ other: DNSServerCounts) {
    tally.add(other.tally)
    queries += other.queries
    responses += other.responses
    transactions += other.transactions
    answered += other.answered
    nonexistent += other.nonexistent
    failed += other.failed
    timed += other.timed
    let (sum, overflow) = latencySum.addingReportingOverflow(other.latencySum)
    latencySum = overflow ? .max : sum
    latencyMaximum = max(latencyMaximum, other.latencyMaximum)
  }

  func row(_ address: IPAddress) -> DNSServer {
    var row = DNSServer(address: address)
    row.queries = queries
    row.responses = responses
    row.unanswered = transactions - answered
    row.nonexistent = nonexistent
    row.failed = failed
    if timed > 0 {
      row.meanLatencyNanoseconds = Int64(clamping: latencySum / timed)
      row.maximumLatencyNanoseconds = latencyMaximum
    }
    return row
  }
}
