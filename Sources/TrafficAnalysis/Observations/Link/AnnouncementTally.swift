import PacketDecoding

/// Counts gratuitous ARP by adapter and address; one worker sees all of it.
struct AnnouncementTally: Sendable {
  static let limit = 16_384
  private static let minute: Int64 = 60_000_000_000

  private struct Key: Hashable {
    var adapter: MACAddress
    var address: IPAddress
  }

  private struct Row: Sendable {
    var found: AnnouncedAddress
    var start: Int64
    var count: UInt64 = 0
  }

  private var rows: [Key: Row] = [:]
  private(set) var beyond: UInt64 = 0

  mutating func add(_ header: ARPHeader, number: UInt64, time: Int64) {
    let key = Key(adapter: header.senderMAC, address: header.senderAddress)
    guard rows.count < Self.limit || rows[key] != nil else {
      beyond += 1
      return
    }
    var row =
      rows[key]
      ?? Row(
        found: AnnouncedAddress(adapter: key.adapter, address: key.address), start: time)
    let (age, overflow) = time.subtractingReportingOverflow(row.start)
    if overflow || age < 0 || age >= Self.minute { (row.start, row.count) = (time, 0) }
    row.count += 1
    row.found.announcements += 1
    row.found.mostInMinute = max(row.found.mostInMinute, row.count)
    row.found.packets.add(number)
    rows[key] = row
  }

  mutating func merge(_ other: AnnouncementTally) {
    beyond += other.beyond
    rows.merge(other.rows) { mine, _ in mine }
  }

  /// Those announced more than now and then.
  var announced: [AnnouncedAddress] {
    rows.values.map(\.found).filter { $0.mostInMinute > 10 }
      .sorted { ($0.adapter, $0.address) < ($1.adapter, $1.address) }
  }
}
