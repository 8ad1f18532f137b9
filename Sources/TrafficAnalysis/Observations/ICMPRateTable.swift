import PacketDecoding

/// Which hosts send others messages of ICMP, for at most so many pairs of them.
struct ICMPRateTable: Sendable {
  static let limit = 16_384

  /// By source and destination.
  private var rows = KeyedTable<HostPair, ICMPRate>()
  private(set) var beyond: UInt64 = 0

  /// Adds a message unless it answers one, or belongs to the neighbours of IPv6.
  mutating func add(_ packet: borrowing DecodedPacket, time: Int64) {
    if packet.transport == .icmp {
      guard packet.icmpType != 0 else { return }
    } else {
      // Errors and echo requests (RFC 4443); the rest is housekeeping of links.
      guard packet.icmpType <= 128 else { return }
    }
    let (source, destination, number) = (packet.source, packet.destination, packet.number)
    let hasRoom = rows.update(
      HostPair(first: source, second: destination), limit: Self.limit,
      adding: ICMPRate(source: source, destination: destination)
    ) { $0.add(time: time, number: number) }
    if !hasRoom { beyond += 1 }
  }

  mutating func merge(_ other: ICMPRateTable) {
    beyond += other.beyond
    for (key, row) in other.rows.pairs
    where !rows.merge(key, row, limit: Self.limit, { $0.merge($1) }) {
      beyond += row.messages
    }
  }

  var sorted: [ICMPRate] {
    rows.rows.filter { $0.most >= ICMPRate.least }.sorted {
      $0.source != $1.source ? $0.source < $1.source : $0.destination < $1.destination
    }
  }
}
