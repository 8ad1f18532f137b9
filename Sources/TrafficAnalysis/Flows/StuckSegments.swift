/// Full segments that endpoints sent again and again without success.
struct StuckSegments: Sendable {
  /// Payload that only a path with the usual MTU of links takes; smaller ones have little to fear, as
  /// IPv6 demands an MTU of 1280 bytes of every link (RFC 8200 section 5).
  static let leastLength: UInt32 = 1200

  struct Row: Sendable {
    var sequence: UInt32
    /// Bytes of payload.
    var length: UInt32
    /// How often it was sent again.
    var times: UInt32 = 0
    var packets = PacketNumbers()
    /// When it was first sent again.
    var time: Int64
    /// True if it was sent again in smaller parts.
    var isSplit = false
  }

  /// Endpoints that are remembered.
  let limit: Int
  private(set) var beyond: UInt64 = 0
  private var rows = KeyedTable<UInt64, Row>()

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { rows.isEmpty }

  subscript(id: UInt64) -> Row? { rows[id] }

  /// Notes a segment that was sent again and begins where the other side waits.
  mutating func add(_ segment: TCPSegment, _ packet: UInt64, id: UInt64) {
    guard let place = rows.place(of: id) else {
      guard segment.length >= Self.leastLength else { return }
      let row = Row(segment, packet)
      if rows.place(of: id, limit: limit, adding: row) == nil { beyond += 1 }
      return
    }
    rows[place: place].add(segment, packet)
  }

  /// Forgets an endpoint that is gone.
  mutating func forget(_ id: UInt64) { if !rows.isEmpty { rows.remove(id) } }
}

extension StuckSegments.Row {
  fileprivate init(_ segment: TCPSegment, _ packet: UInt64) {
    self.init(sequence: segment.sequence, length: segment.length, times: 1, time: segment.time)
    packets.add(packet)
  }

  fileprivate mutating func add(_ segment: TCPSegment, _ packet: UInt64) {
    if sequence == segment.sequence, segment.length < length {
      isSplit = true
      return
    }
    guard segment.length >= StuckSegments.leastLength else { return }
    guard sequence == segment.sequence else {
      // What was stuck before came through in parts, which is worth more than something new.
      if !isSplit { self = Self(segment, packet) }
      return
    }
    times &+= 1
    packets.add(packet)
  }
}
