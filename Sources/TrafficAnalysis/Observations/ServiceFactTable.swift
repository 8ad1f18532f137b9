import CaptureFormats
import PacketDecoding

/// What messages showed of services, for at most so many services and facts.
struct ServiceFactTable<What: Hashable & Sendable>: Sendable {
  struct Key: Hashable, Sendable {
    var server: IPAddress
    var port: UInt16
    var isStream: Bool
    var what: What
  }

  private var rows: [Key: ServiceFact<What>] = [:]
  private var clients: [Key: Set<IPAddress>] = [:]
  private(set) var beyond: UInt64 = 0
  let limit: Int

  init(limit: Int = 4096) { self.limit = limit }

  /// Adds what a message of a server shows, or where not `fromServer`, one to it.
  mutating func add(_ what: What, _ ends: MessageEnds, fromServer: Bool, time: Int64) {
    let key = Key(
      server: fromServer ? ends.source : ends.destination,
      port: fromServer ? ends.sourcePort : ends.destinationPort, isStream: ends.isStream,
      what: what)
    guard rows.count < limit || rows[key] != nil else {
      beyond += 1
      return
    }
    let time = Timestamp(nanoseconds: time)
    rows[
      key,
      default: ServiceFact(
        server: key.server, port: key.port, transport: key.isStream ? "tcp" : "udp", what: what,
        time: time)
    ].add(number: ends.number, time: time)
    if clients[key, default: []].count < ServiceFact<What>.clientLimit {
      clients[key, default: []].insert(fromServer ? ends.destination : ends.source)
    }
  }

  mutating func merge(_ other: ServiceFactTable) {
    beyond += other.beyond
    for (key, row) in other.rows {
      if rows[key] != nil {
        rows[key]?.merge(row)
      } else if rows.count < limit {
        rows[key] = row
      } else {
        beyond += row.count
        continue
      }
      clients[key, default: []].formUnion(other.clients[key] ?? [])
    }
  }

  /// In the order of server, port and transport; `precedes` orders what there is of one service.
  func sorted(by precedes: (What, What) -> Bool) -> [ServiceFact<What>] {
    rows.map { key, row in
      var row = row
      row.clients = min(ServiceFact<What>.clientLimit, clients[key]?.count ?? 0)
      return row
    }.sorted { left, right in
      if left.server != right.server { return left.server < right.server }
      if left.port != right.port { return left.port < right.port }
      if left.transport != right.transport { return left.transport < right.transport }
      return precedes(left.what, right.what)
    }
  }
}
