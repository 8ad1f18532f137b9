import PacketDecoding

/// The requests of one connection that wait for their end or that of their responses.
///
/// A message is told from others by a number: in HTTP/2 that of its stream, in HTTP/1 one that counts
/// the requests.
struct HTTPExchange {
  /// Beyond this the oldest is followed no further.
  static let limit = 1024

  private var entries: [Entry] = []
  /// About what the entries take in memory.
  private(set) var heldByteCount = 0

  /// Takes a request; returns the entry that has to go for it.
  mutating func begin(
    _ request: HTTPRequest, number: UInt32, fromClient: Bool, ends: MessageEnds, time: Int64
  ) -> Entry? {
    var entry = Entry(number: number, requestFromClient: fromClient, ends: ends, time: time)
    entry.request = request
    return insert(entry)
  }

  /// Takes a response; returns the time since its request, unless one of them is not known.
  ///
  /// `ends` are those that its request has.
  mutating func begin(
    _ response: HTTPResponse, number: UInt32, fromClient: Bool, ends: MessageEnds, time: Int64,
    isLate: Bool
  ) -> Int64? {
    guard let place = place(of: number) else {
      var entry = Entry(number: number, requestFromClient: !fromClient, ends: ends, time: time)
      entry.response = response
      entry.isRequestOver = true
      _ = insert(entry)
      return nil
    }
    entries[place].response = response
    let (latency, overflow) = time.subtractingReportingOverflow(entries[place].time)
    if !isLate, !overflow { entries[place].latency = max(0, latency) }
    return entries[place].latency
  }

  /// Changes an entry; nil if there is none of the number.
  mutating func update<Result>(_ number: UInt32, _ change: (inout Entry) -> Result) -> Result? {
    place(of: number).map { change(&entries[$0]) }
  }

  /// Whether both messages of a number have ended.
  func isOver(_ number: UInt32) -> Bool { place(of: number).map { entries[$0].isOver } ?? false }

  mutating func remove(_ number: UInt32) -> Entry? {
    place(of: number).map { place in
      heldByteCount -= entries[place].heldByteCount
      return entries.remove(at: place)
    }
  }

  /// Takes all, when no more will come.
  mutating func removeAll() -> [Entry] {
    defer {
      entries = []
      heldByteCount = 0
    }
    return entries
  }

  /// Lets the answer to an HTTP/1 request come on a stream of HTTP/2 (RFC 7540 section 3.2).
  mutating func expectAnswer(to number: UInt32, on stream: UInt32) {
    guard let place = place(of: number) else { return }
    entries[place].number = stream
    entries[place].response = nil
    entries[place].latency = nil
  }

  private mutating func insert(_ entry: Entry) -> Entry? {
    let first = entries.count < Self.limit ? nil : remove(entries[0].number)
    heldByteCount += entry.heldByteCount
    entries.append(entry)
    return first
  }

  private func place(of number: UInt32) -> Int? { entries.firstIndex { $0.number == number } }
}
