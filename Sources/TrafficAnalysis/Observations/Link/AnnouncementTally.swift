import PacketDecoding

/// Counts gratuitous ARP by adapter and address; one worker sees all of it.
struct AnnouncementTally: Sendable {
  static let limit = 16_384
  private static let minute: Int64 = 60_000_000_000

  private struct Row: Sendable {
    var found: AnnouncedAddress
    var start: Int64
    var count: UInt64 = 0
  }

  /// By address and adapter.
  private var rows = KeyedTable<HostPair, Row>()
  private(set) var beyond: UInt64 = 0

  mutating func add(_ header: ARPHeader, number: UInt64, time: Int64) {
    let (adapter, address) = (header.senderMAC, header.senderAddress)
    let new = Row(found: AnnouncedAddress(adapter: adapter, address: address), start: time)
    let key = HostPair(first: address, second: .none, number: adapter.rawValue)
    let hasRoom = rows.update(key, limit: Self.limit, adding: new) { row in
      let (age, overflow) = time.subtractingReportingOverflow(row.start)
      if overflow || age < 0 || age >= Self.minute { (row.start, row.count) = (time, 0) }
      row.count += 1
      row.found.announcements += 1
      row.found.mostInMinute = max(row.found.mostInMinute, row.count)
      row.found.packets.add(number)
    }
    if !hasRoom { beyond += 1 }
  }

  mutating func merge(_ other: AnnouncementTally) {
    beyond += other.beyond
    rows.addMissing(of: other.rows)
  }

  /// Those announced more than now and then.
  var announced: [AnnouncedAddress] {
    rows.rows.map(\.found).filter { $0.mostInMinute > 10 }
      .sorted { ($0.adapter, $0.address) < ($1.adapter, $1.address) }
  }
}
