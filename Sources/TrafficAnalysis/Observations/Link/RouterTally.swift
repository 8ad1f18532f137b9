import PacketDecoding

/// The default routers that advertise themselves, for at most so many of them.
struct RouterTally: Sendable {
  static let limit = 1024
  private static let prefixLimit = 16

  private struct Key: Hashable {
    var adapter: MACAddress
    var address: IPAddress
    var vlan: UInt16?
  }

  private var rows: [Key: AdvertisedRouter] = [:]
  private(set) var beyond: UInt64 = 0

  mutating func add(_ message: NeighborMessage, _ packet: borrowing DecodedPacket, time: Int64) {
    guard message.routerLifetime > 0 else { return }
    var row = AdvertisedRouter(
      adapter: packet.sourceMAC, address: packet.source, vlan: packet.vlan)
    row.advertisements = 1
    row.prefixes = message.prefixes
    (row.firstTime, row.lastTime) = (time, time)
    row.packets.add(packet.number)
    add(row)
  }

  private mutating func add(_ row: AdvertisedRouter) {
    let key = Key(adapter: row.adapter, address: row.address, vlan: row.vlan)
    guard var known = rows[key] else {
      if rows.count < Self.limit { rows[key] = row } else { beyond += row.advertisements }
      return
    }
    known.advertisements += row.advertisements
    if known.prefixes != row.prefixes {
      // The least, whoever saw them, so that the order in which they came does not matter.
      known.prefixes = Array(
        Set(known.prefixes + row.prefixes).sorted().prefix(Self.prefixLimit))
    }
    known.firstTime = min(known.firstTime, row.firstTime)
    known.lastTime = max(known.lastTime, row.lastTime)
    known.packets.merge(row.packets)
    rows[key] = known
  }

  mutating func merge(_ other: RouterTally) {
    beyond += other.beyond
    for row in other.rows.values { add(row) }
  }

  var sorted: [AdvertisedRouter] {
    rows.values.sorted {
      $0.adapter != $1.adapter
        ? $0.adapter < $1.adapter : ($0.address, $0.vlan ?? 0) < ($1.address, $1.vlan ?? 0)
    }
  }
}
