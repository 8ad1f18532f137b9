import CaptureFormats
import PacketDecoding

/// Follows queries to their responses, and keeps the latest of what was asked and answered.
struct DNSTransactionLog: Sendable {
  /// The fields that Wireshark matches messages by, too.
  private static func key(
    _ client: IPAddress, _ port: UInt16, _ server: IPAddress, _ message: DNSMessage
  ) -> HostPair {
    HostPair(first: client, second: server, number: UInt64(port) << 16 | UInt64(message.id))
  }

  /// What a response told of its transaction.
  enum Answer {
    /// Its query was not seen, or was answered before.
    case unsolicited
    /// With the time since the query, if that is known.
    case answer(Int64?)
  }

  let openLimit: Int
  private var open = KeyedTable<HostPair, DNSExchange>()
  /// Queries that were forgotten before an answer because too many waited.
  private(set) var openBeyond: UInt64 = 0
  private var finished: TopRows<DNSExchange>
  private var finishedCount: UInt64 = 0

  init(limit: Int, openLimit: Int) {
    self.openLimit = openLimit
    finished = TopRows(
      limit: limit, rank: { ~$0.time.nanoseconds }, precedes: Self.isLater)
  }

  /// Takes a query; false if it was sent before and still waits for its answer.
  mutating func addQuery(_ message: DNSMessage, _ ends: MessageEnds, time: Int64) -> Bool {
    let key = Self.key(ends.source, ends.sourcePort, ends.destination, message)
    let query = DNSExchange(query: message, ends, time: time)
    if let place = open.place(of: key) {
      if open[place: place].asksFor(the: query) {
        open[place: place].retransmissions += 1
        return false
      }
      finish(open[place: place])
      open[place: place] = query
      return true
    }
    if open.count >= openLimit {
      // A flood: the oldest will hardly be answered, and none is worth more.
      openBeyond += UInt64(open.count)
      finishOpen()
    }
    open.add(key, query)
    return true
  }

  /// Takes a response; without a time if it came at an unknown time before.
  mutating func addResponse(
    _ message: DNSMessage, _ ends: MessageEnds, time: Int64, isLate: Bool
  ) -> Answer {
    let key = Self.key(ends.destination, ends.destinationPort, ends.source, message)
    guard var known = open.remove(key) else {
      finish(DNSExchange(response: message, ends, time: time))
      return .unsolicited
    }
    if !isLate { known.latencyNanoseconds = time &- known.time.nanoseconds }
    known.answer(message)
    let latency = known.latencyNanoseconds
    finish(known)
    return .answer(latency)
  }

  private mutating func finish(_ exchange: consuming DNSExchange) {
    finishedCount += 1
    finished.add(exchange)
  }

  /// Gives up on all queries that wait.
  mutating func finishOpen() {
    let rest = open.rows.sorted { Self.isLater($1, $0) }
    open.removeAll()
    for query in rest { finish(query) }
  }

  /// All that ended since the last time, in that order; only useful without a limit.
  mutating func takeFinished() -> [DNSTransaction] { finished.takeAll().map(\.transaction) }

  mutating func merge(_ other: DNSTransactionLog) {
    openBeyond += other.openBeyond
    finishedCount += other.finishedCount
    finished.merge(other.finished)
  }

  /// The same without the queries that wait, which only the original needs.
  var finishedOnly: DNSTransactionLog {
    var copy = self
    copy.open.removeAll()
    return copy
  }

  /// The latest, oldest of them first.
  func ranked(maxRows: Int) -> Ranked<DNSTransaction> {
    let latest = finished.sorted().prefix(maxRows)
    return Ranked(
      rows: latest.reversed().map(\.transaction), total: Int(clamping: finishedCount))
  }

  /// A complete order.
  @Sendable private static func isLater(_ left: DNSExchange, _ right: DNSExchange) -> Bool {
    if left.time != right.time { return left.time > right.time }
    if left.client != right.client { return left.client < right.client }
    if left.server != right.server { return left.server < right.server }
    return (left.clientPort, left.id, left.name) < (right.clientPort, right.id, right.name)
  }
}
