import PacketDecoding

/// Pairs of hosts between which TCP had trouble, for at most so many of them.
///
/// A pair has an entry from its first connection with trouble on, so that healthy traffic costs nothing;
/// connections of the pair that were closed for want of room before that are not among its packets.
struct PathHealthTable: Sendable {
  struct Key: FastHashable {
    var sender: IPAddress
    var receiver: IPAddress
    var port: UInt16
    var isFromServer: Bool

    @inline(__always)
    func hashed(by hash: FastHash) -> UInt64 {
      hash(
        sender.highWord, sender.low, receiver.highWord, receiver.low,
        UInt64(port) << 1 | (isFromServer ? 1 : 0))
    }
  }

  static let limit = 16_384

  private var rows = KeyedTable<Key, PathHealth>()
  private(set) var beyond: UInt64 = 0

  var isEmpty: Bool { rows.isEmpty }

  /// Makes an entry for both directions of a flow with trouble.
  mutating func expect(_ flow: Flow) {
    for isFromServer in [false, true] {
      let key = Key(flow, isFromServer: isFromServer)
      let new = PathHealth(
        sender: key.sender, receiver: key.receiver, port: key.port, isFromServer: isFromServer)
      if rows.place(of: key, limit: Self.limit, adding: new) == nil { beyond += 1 }
    }
  }

  /// Adds a flow where its pair has an entry.
  mutating func add(_ flow: Flow, _ sides: FlowSides) {
    for isFromServer in [false, true] {
      let senderIsLow = flow.clientIsLow != isFromServer
      guard let place = rows.place(of: Key(flow, isFromServer: isFromServer)) else { continue }
      rows[place: place].add(
        flow, packets: (senderIsLow ? flow.fromLow : flow.fromHigh).packets,
        sent: senderIsLow ? sides.low : sides.high, received: senderIsLow ? sides.high : sides.low)
    }
  }

  mutating func merge(_ other: PathHealthTable) {
    beyond += other.beyond
    for (key, row) in other.rows.pairs
    where !rows.merge(key, row, limit: Self.limit, { $0.merge($1) }) {
      beyond += 1
    }
  }

  var sorted: [PathHealth] {
    rows.rows.sorted {
      if $0.sender != $1.sender { return $0.sender < $1.sender }
      if $0.receiver != $1.receiver { return $0.receiver < $1.receiver }
      return ($0.port, $0.isFromServer ? 1 : 0) < ($1.port, $1.isFromServer ? 1 : 0)
    }
  }
}

extension PathHealthTable.Key {
  fileprivate init(_ flow: Flow, isFromServer: Bool) {
    sender = isFromServer ? flow.server : flow.client
    receiver = isFromServer ? flow.client : flow.server
    port = flow.serverPort
    self.isFromServer = isFromServer
  }
}

extension PathHealth {
  fileprivate mutating func add(
    _ flow: Flow, packets: UInt64, sent: FlowSides.Side, received: FlowSides.Side
  ) {
    self.packets += packets
    retransmissions += UInt64(sent.counts.retransmissions)
    zeroWindows += UInt64(received.counts.zeroWindows)
    if let stall = received.stall {
      mostClosings = max(mostClosings, UInt64(stall.closings))
      addStall(stall.longest, stall.number)
    }
    if flow.firstNumber > 0, firstPacket == 0 || flow.firstNumber < firstPacket {
      firstPacket = flow.firstNumber
    }
  }

  /// Of stalls of the same length, the first.
  private mutating func addStall(_ length: Int64, _ number: UInt64) {
    guard length > longestStall || length == longestStall && number < stallPacket else { return }
    longestStall = length
    stallPacket = number
  }

  fileprivate mutating func merge(_ other: PathHealth) {
    packets += other.packets
    retransmissions += other.retransmissions
    zeroWindows += other.zeroWindows
    mostClosings = max(mostClosings, other.mostClosings)
    addStall(other.longestStall, other.stallPacket)
    if other.firstPacket > 0, firstPacket == 0 || other.firstPacket < firstPacket {
      firstPacket = other.firstPacket
    }
  }
}
