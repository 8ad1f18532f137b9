import PacketDecoding

/// Which hosts send others messages of ICMP, for at most so many pairs of them.
struct ICMPRateTable: Sendable {
  private struct Key: Hashable {
    var source: IPAddress
    var destination: IPAddress
  }

  static let limit = 16_384

  private var rows: [Key: ICMPRate] = [:]
  private(set) var beyond: UInt64 = 0

  /// Adds a message unless it answers one, or belongs to the neighbours of IPv6.
  mutating func add(_ packet: borrowing DecodedPacket, time: Int64) {
    if packet.transport == .icmp {
      guard packet.icmpType != 0 else { return }
    } else {
      // Errors and echo requests (RFC 4443); the rest is housekeeping of links.
      guard packet.icmpType <= 128 else { return }
    }
    let key = Key(source: packet.source, destination: packet.destination)
    guard rows.count < Self.limit || rows[key] != nil else {
      beyond += 1
      return
    }
    rows[key, default: ICMPRate(source: key.source, destination: key.destination)]
      .add(time: time, number: packet.number)
  }

  mutating func merge(_ other: ICMPRateTable) {
    beyond += other.beyond
    for (key, row) in other.rows {
      if rows[key] != nil {
        rows[key]?.merge(row)
      } else if rows.count < Self.limit {
        rows[key] = row
      } else {
        beyond += row.messages
      }
    }
  }

  var sorted: [ICMPRate] {
    rows.values.filter { $0.most >= ICMPRate.least }.sorted {
      $0.source != $1.source ? $0.source < $1.source : $0.destination < $1.destination
    }
  }
}
