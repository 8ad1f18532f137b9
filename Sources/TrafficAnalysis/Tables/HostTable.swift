import PacketDecoding

/// Traffic by host, for at most a stated number of hosts.
struct HostTable: Sendable {
  /// One host; what it sent and received in all its conversations.
  struct Row: BitwiseCopyable, Sendable {
    var address: IPAddress
    var packetsSent: UInt64 = 0
    var packetsReceived: UInt64 = 0
    var bytesSent: UInt64 = 0
    var bytesReceived: UInt64 = 0
    var conversations: UInt64 = 0

    var bytes: UInt64 { bytesSent &+ bytesReceived }
  }

  let limit: Int
  private(set) var rows = ChunkedList<Row>()
  /// Endpoints that found no room.
  private(set) var beyond: UInt64 = 0
  private var index = HashIndex()
  private let hash = FastHash()

  init(limit: Int) { self.limit = limit }

  /// Adds what an endpoint of a flow sent and received.
  @inline(__always)
  mutating func add(
    _ address: IPAddress, sent: FlowDirection, received: FlowDirection, conversations: UInt64
  ) {
    var row = Row(address: address)
    row.packetsSent = sent.packets
    row.bytesSent = sent.bytes
    row.packetsReceived = received.packets
    row.bytesReceived = received.bytes
    row.conversations = conversations
    add(row)
  }

  @inline(__always)
  private mutating func add(_ row: Row) {
    guard let place = place(of: row.address) else {
      beyond += 1
      return
    }
    Self.add(row, to: &rows[place])
  }

  @inline(__always)
  private static func add(_ row: Row, to known: inout Row) {
    known.packetsSent &+= row.packetsSent
    known.packetsReceived &+= row.packetsReceived
    known.bytesSent &+= row.bytesSent
    known.bytesReceived &+= row.bytesReceived
    known.conversations &+= row.conversations
  }

  @inline(__always)
  private mutating func place(of address: IPAddress) -> Int? {
    let value = hashValue(address)
    if let place = index.find(value, where: { rows[$0].address == address }) { return place }
    guard rows.count < limit else { return nil }
    index.insert(value, place: rows.count)
    rows.append(Row(address: address))
    return rows.count - 1
  }

  @inline(__always)
  private func hashValue(_ address: IPAddress) -> UInt64 {
    hash(address.high ^ (address.isIPv4 ? 1 << 63 : 0), address.low)
  }

  /// Reads what adding to a host will need first; see ``HashIndex/touch(_:)``.
  @inline(__always)
  func touch(_ address: IPAddress) -> UInt64 { index.touch(hashValue(address)) }

  /// Makes room in the index for so many more hosts.
  mutating func reserve(_ more: Int) { index.reserve(min(limit, rows.count + more)) }

  mutating func merge(_ other: HostTable) {
    beyond += other.beyond
    for place in 0..<other.rows.count { add(other.rows[place]) }
  }
}
