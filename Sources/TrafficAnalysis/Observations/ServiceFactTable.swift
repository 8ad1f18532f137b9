import CaptureFormats
import PacketDecoding

/// What messages showed of services, for at most so many services and facts.
struct ServiceFactTable<What: FastHashable>: Sendable {
  private struct Key: FastHashable {
    var server: IPAddress
    var port: UInt16
    var isStream: Bool
    var what: What

    func hashed(by hash: FastHash) -> UInt64 {
      let place = UInt64(port) << 1 | (isStream ? 1 : 0)
      return hash(hash(server.highWord, server.low), what.hashed(by: hash) ^ place)
    }
  }

  private struct Row: Sendable {
    var fact: ServiceFact<What>
    /// Up to ``ServiceFact/clientLimit``.
    var clients = KeyedTable<IPAddress, Void>()

    mutating func add(_ client: IPAddress) {
      clients.note(client, limit: ServiceFact<What>.clientLimit)
    }
  }

  private var rows = KeyedTable<Key, Row>()
  private(set) var beyond: UInt64 = 0
  let limit: Int

  init(limit: Int = 4096) { self.limit = limit }

  /// Adds what a message of a server shows, or where not `fromServer`, one to it.
  mutating func add(_ what: What, _ ends: MessageEnds, fromServer: Bool, time: Int64) {
    let key = Key(
      server: fromServer ? ends.source : ends.destination,
      port: fromServer ? ends.sourcePort : ends.destinationPort, isStream: ends.isStream,
      what: what)
    let time = Timestamp(nanoseconds: time)
    let hasRoom = rows.update(
      key, limit: limit,
      adding: Row(
        fact: ServiceFact(
          server: key.server, port: key.port, transport: key.isStream ? "tcp" : "udp", what: what,
          time: time))
    ) { row in
      row.fact.add(number: ends.number, time: time)
      row.add(fromServer ? ends.destination : ends.source)
    }
    if !hasRoom { beyond += 1 }
  }

  mutating func merge(_ other: ServiceFactTable) {
    beyond += other.beyond
    for (key, row) in other.rows.pairs {
      let hasRoom = rows.merge(key, row, limit: limit) { known, row in
        known.fact.merge(row.fact)
        for client in row.clients.keys { known.add(client) }
      }
      if !hasRoom { beyond += row.fact.count }
    }
  }

  /// In the order of server, port and transport; `precedes` orders what there is of one service.
  func sorted(by precedes: (What, What) -> Bool) -> [ServiceFact<What>] {
    rows.places { left, right in
      if left.server != right.server { return left.server < right.server }
      if left.port != right.port { return left.port < right.port }
      if left.isStream != right.isStream { return left.isStream }
      return precedes(left.what, right.what)
    }.map { place in
      var fact = rows[place: place].fact
      fact.clients = rows[place: place].clients.count
      return fact
    }
  }
}
