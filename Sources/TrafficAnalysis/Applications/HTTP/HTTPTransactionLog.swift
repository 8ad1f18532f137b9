import CaptureFormats
import PacketDecoding

/// The transactions that a report keeps: those that failed and the slowest, each up to a limit.
///
/// Which ones does not depend on the order in which workers saw them.
struct HTTPTransactionLog: Sendable {
  let limit: Int
  /// Whether that is because there is no memory for more.
  private let isShort: Bool
  private var slowest: TopRows<HTTPTransaction>
  /// The latest of those that failed.
  private var failed: TopRows<HTTPTransaction>
  private var total: UInt64 = 0
  /// All since the last time, where somebody takes them.
  private var taken: [HTTPTransaction]?

  init(options: AnalysisOptions) {
    limit = min(options.rowLimit, options.maxTransactions)
    isShort = limit < options.rowLimit
    slowest = TopRows(
      limit: limit, rank: { ~($0.latencyNanoseconds ?? -1) }, precedes: { $0 < $1 })
    failed = TopRows(limit: (limit + 1) / 2, rank: { ~$0.time.nanoseconds }, precedes: { $1 < $0 })
    if options.takesTransactions { taken = [] }
  }

  mutating func add(_ entry: HTTPExchange.Entry) {
    total += 1
    if taken != nil {
      taken?.append(HTTPTransaction(entry))
    } else if wants(entry) {
      let transaction = HTTPTransaction(entry)
      if transaction.isFailed { failed.add(transaction) }
      slowest.add(transaction)
    }
  }

  /// False for most of those that would not be kept.
  private func wants(_ entry: HTTPExchange.Entry) -> Bool {
    guard limit > 0 else { return false }
    let isFailed = entry.response.map { (400..<600).contains($0.status) } ?? false
    return isFailed
      || slowest.wants { last in
        let (mine, others) = (entry.latency ?? -1, last.latencyNanoseconds ?? -1)
        return mine > others || mine == others && entry.time <= last.time.nanoseconds
      }
  }

  /// The transactions since the last time, in the order of their ends.
  mutating func takeAll() -> [HTTPTransaction] {
    defer { if taken != nil { taken = [] } }
    return taken ?? []
  }

  mutating func merge(_ other: HTTPTransactionLog) {
    total += other.total
    slowest.merge(other.slowest)
    failed.merge(other.failed)
  }

  /// Transactions that found no room.
  var beyond: UInt64 { isShort && taken == nil ? total - min(total, UInt64(limit)) : 0 }

  func ranked() -> Ranked<HTTPTransaction> {
    var rows = failed.sorted()
    let known = Set(rows)
    rows += slowest.sorted().lazy.filter { !known.contains($0) }.prefix(limit - rows.count)
    return Ranked(rows: rows.sorted(), total: Int(clamping: total))
  }
}
