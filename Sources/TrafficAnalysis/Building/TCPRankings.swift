/// The TCP connections that a reader looks at first.
struct TCPRankings: Sendable {
  private static let limit = 25

  private(set) var mostRetransmissions: TopRows<Conversation>
  private(set) var slowest: TopRows<Conversation>

  init(limit: Int) {
    let limit = min(limit, Self.limit)
    mostRetransmissions = TopRows(
      limit: limit, rank: { -Int64(clamping: $0.retransmissions) },
      precedes: Conversation.comesFirst)
    slowest = TopRows(
      limit: limit, rank: { -max(0, $0.pathRoundTrip ?? 0) }, precedes: Conversation.comesFirst)
  }

  /// Adds a flow if it is among the first; only then its row is made.
  @inline(__always)
  mutating func add(_ flow: Flow, _ connections: borrowing TCPTable, _ row: () -> Conversation) {
    guard flow.tcp >= 0 else { return }
    let measured = connections.trouble(of: Int(flow.tcp))
    if measured.retransmissions > 0,
      mostRetransmissions.wants({ measured.retransmissions >= $0.retransmissions })
    {
      mostRetransmissions.add(row())
    }
    if measured.roundTrip > 0, slowest.wants({ measured.roundTrip >= $0.pathRoundTrip ?? 0 }) {
      slowest.add(row())
    }
  }

  mutating func merge(_ other: TCPRankings) {
    mostRetransmissions.merge(other.mostRetransmissions)
    slowest.merge(other.slowest)
  }
}

extension TCPTable {
  /// What rows are ranked by, without making the row.
  fileprivate borrowing func trouble(of place: Int) -> (retransmissions: UInt64, roundTrip: Int64) {
    let connection = connections[place]
    let handshake = connection.handshakeRTT
    guard connection.details >= 0 else { return (0, handshake ?? 0) }
    let both = details[Int(connection.details)]
    let trouble = trouble(both)
    let resent =
      UInt64(trouble.low.counts.retransmissions) + UInt64(trouble.high.counts.retransmissions)
    if let handshake { return (resent, handshake) }
    guard both.lowTrips.count > 0, both.highTrips.count > 0 else { return (resent, 0) }
    return (resent, both.lowTrips.minimum.addingClamped(both.highTrips.minimum))
  }
}

extension Conversation {
  /// The round trip from end to end, in nanoseconds: that of the handshake, else the shortest on one
  /// side of the capture and the shortest on the other; nil if either was not measured.
  package var pathRoundTrip: Int64? {
    if let handshake = handshakeRTTNanoseconds { return handshake }
    guard let there = tcp?.toServer.roundTrips, let back = tcp?.toClient.roundTrips else {
      return nil
    }
    return there.minimum.addingClamped(back.minimum)
  }
}

extension Int64 {
  fileprivate func addingClamped(_ other: Int64) -> Int64 {
    let sum = addingReportingOverflow(other)
    return sum.overflow ? .max : sum.partialValue
  }
}
