import PacketDecoding

/// How servers of one application answer, for at most so many of them.
struct ReplyHealthTable: Sendable {
  private struct Key: FastHashable {
    var server: IPAddress
    var port: UInt16
    var isStream: Bool

    func hashed(by hash: FastHash) -> UInt64 {
      hash(server.hashed(by: hash), UInt64(port) << 1 | (isStream ? 1 : 0))
    }
  }

  static let limit = 4096
  /// A reply that takes longer is slow (nanoseconds).
  private static let slow: Int64 = 1_000_000_000

  private var rows = KeyedTable<Key, ReplyHealth>()
  private(set) var beyond: UInt64 = 0

  /// Adds a reply that its server sent between `ends`.
  mutating func add(_ ends: MessageEnds, isFailure: Bool, delay: Int64? = nil) {
    let key = Key(server: ends.source, port: ends.sourcePort, isStream: ends.isStream)
    let hasRoom = rows.update(
      key, limit: Self.limit,
      adding: ReplyHealth(
        server: key.server, port: key.port, transport: key.isStream ? "tcp" : "udp")
    ) { $0.add(ends.number, isFailure: isFailure, delay: delay, slow: Self.slow) }
    if !hasRoom { beyond += 1 }
  }

  mutating func merge(_ other: ReplyHealthTable) {
    beyond += other.beyond
    for (key, row) in other.rows.pairs
    where !rows.merge(key, row, limit: Self.limit, { $0.merge($1) }) {
      beyond += row.replies
    }
  }

  var sorted: [ReplyHealth] {
    rows.rows.sorted { left, right in
      if left.server != right.server { return left.server < right.server }
      return (left.port, left.transport) < (right.port, right.transport)
    }
  }
}

extension ReplyHealth {
  fileprivate mutating func add(_ number: UInt64, isFailure: Bool, delay: Int64?, slow: Int64) {
    replies += 1
    if isFailure {
      failures += 1
      packets.add(number)
    }
    guard let delay else { return }
    delays.add(delay)
    if delay >= slow { slowPackets.add(number) }
  }
}
