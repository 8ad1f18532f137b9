import PacketDecoding

/// Holds responses against their queries for a little while, for spoofed ones to show.
///
/// Both are seen by one worker, as they go between the same two hosts.
struct ContradictionTally: Sendable {
  static let limit = 16_384
  private static let rowLimit = 4096
  /// Who waits for longer has given up (nanoseconds).
  private static let patience: Int64 = 20_000_000_000

  private struct Query: BitwiseCopyable, Sendable {
    var time: Int64
    var question: UInt64
    /// What the first response holds; nil before it.
    var answer: UInt64?
    var isAnswered = false
    /// Sent again, or followed by another with the same identifier: what belongs to which is open.
    var isAmbiguous = false
  }

  /// The latest, and before they are too many, those before them, who go when these are.
  private var queries = KeyedTable<UInt64, Query>()
  private var older = KeyedTable<UInt64, Query>()
  /// By client and server.
  private var rows = KeyedTable<HostPair, NameContradictions>()
  private let hash = FastHash()

  mutating func addQuery(_ message: DNSMessage, _ ends: MessageEnds, time: Int64) {
    guard let question = Self.question(message) else { return }
    let key = key(message, client: ends.source, ends.sourcePort, server: ends.destination)
    var query = Query(time: time, question: question)
    if let known = self.query(key) {
      query.isAmbiguous = Self.isRecent(known, time)
      replace(key, query)
      return
    }
    if queries.count >= Self.limit / 2 {
      swap(&queries, &older)
      queries.removeAll()
    }
    queries.add(key, query)
  }

  /// Takes a response; true if it contradicts.
  mutating func addResponse(_ message: DNSMessage, _ ends: MessageEnds, time: Int64) -> Bool {
    let key = key(message, client: ends.destination, ends.destinationPort, server: ends.source)
    guard var query = query(key), let question = Self.question(message) else { return false }
    guard !query.isAmbiguous, Self.isRecent(query, time) else { return false }
    guard query.question == question else {
      note(ends) { $0.otherQuestions += 1 }
      return true
    }
    let answer = Self.answer(message)
    guard query.isAnswered else {
      (query.answer, query.isAnswered) = (answer, true)
      replace(key, query)
      return false
    }
    guard let first = query.answer, let answer, first != answer else { return false }
    note(ends) { $0.otherAnswers += 1 }
    return true
  }

  private func query(_ key: UInt64) -> Query? { queries[key] ?? older[key] }

  /// Takes the place of what is known of a query.
  private mutating func replace(_ key: UInt64, _ query: Query) {
    if let place = queries.place(of: key) {
      queries[place: place] = query
    } else if let place = older.place(of: key) {
      older[place: place] = query
    }
  }

  private mutating func note(_ ends: MessageEnds, _ change: (inout NameContradictions) -> Void) {
    let (client, server) = (ends.destination, ends.source)
    rows.update(
      HostPair(first: client, second: server), limit: Self.rowLimit,
      adding: NameContradictions(client: client, server: server)
    ) { row in
      change(&row)
      row.packets.add(ends.number)
    }
  }

  private func key(
    _ message: DNSMessage, client: IPAddress, _ port: UInt16, server: IPAddress
  ) -> UInt64 {
    hash(client.high, client.low, server.high, server.low, UInt64(port) << 16 | UInt64(message.id))
  }

  /// Nil where nothing is asked that could be told from something else.
  private static func question(_ message: DNSMessage) -> UInt64? {
    guard message.header.opcode.rawValue == 0, message.questions.count == 1 else { return nil }
    let question = message.questions[0]
    return NameHash.of(question.name) &* 31 &+ UInt64(question.type.rawValue)
  }

  /// The addresses of an answer, whatever their order; nil for what says nothing of the kind.
  private static func answer(_ message: DNSMessage) -> UInt64? {
    guard !message.header.isTruncated, message.stop == nil, message.responseCode == .noError else {
      return nil
    }
    var sum: UInt64 = 0
    for record in message.answers {
      guard case .address(let address) = record.data else { continue }
      sum &+=
        (address.high ^ 0x9E37_79B9) &* 0xC2B2_AE3D_27D4_EB4F
        &+ (address.low &+ 1) &* 0x9E37_79B9_7F4A_7C15
    }
    return sum == 0 ? nil : sum
  }

  private static func isRecent(_ query: Query, _ time: Int64) -> Bool {
    let (age, overflow) = time.subtractingReportingOverflow(query.time)
    return !overflow && age >= 0 && age <= patience
  }

  mutating func merge(_ other: ContradictionTally) {
    for (key, row) in other.rows.pairs {
      rows.update(
        key, limit: Self.rowLimit,
        adding: NameContradictions(client: row.client, server: row.server)
      ) { known in
        known.otherQuestions += row.otherQuestions
        known.otherAnswers += row.otherAnswers
        known.packets.merge(row.packets)
      }
    }
  }

  /// The same without the queries that wait, which only the original needs.
  var countsOnly: ContradictionTally {
    var copy = self
    copy.queries.removeAll()
    copy.older.removeAll()
    return copy
  }

  var sorted: [NameContradictions] {
    rows.rows.sorted { ($0.server, $0.client) < ($1.server, $1.client) }
  }
}
