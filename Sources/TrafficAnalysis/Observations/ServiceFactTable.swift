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

  private struct Row: Sendable {
    var fact: ServiceFact<What>
    var clients: Set<IPAddress> = []

    mutating func add(_ client: IPAddress) {
      if clients.count < ServiceFact<What>.clientLimit { clients.insert(client) }
    }
  }

  private var rows: [Key: Row] = [:]
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
    let client = fromServer ? ends.destination : ends.source
    if let place = rows.index(forKey: key) {
      rows.values[place].fact.add(number: ends.number, time: time)
      rows.values[place].add(client)
    } else if rows.count < limit {
      var fact = ServiceFact(
        server: key.server, port: key.port, transport: key.isStream ? "tcp" : "udp", what: what,
        time: time)
      fact.add(number: ends.number, time: time)
      rows[key] = Row(fact: fact, clients: [client])
    } else {
      beyond += 1
    }
  }

  mutating func merge(_ other: ServiceFactTable) {
    beyond += other.beyond
    for (key, row) in other.rows {
      if let place = rows.index(forKey: key) {
        rows.values[place].fact.merge(row.fact)
        rows.values[place].clients.formUnion(row.clients)
      } else if rows.count < limit {
        rows[key] = row
      } else {
        beyond += row.fact.count
      }
    }
  }

  /// In the order of server, port and transport; `precedes` orders what there is of one service.
  func sorted(by precedes: (What, What) -> Bool) -> [ServiceFact<What>] {
    rows.values.map { row in
      var fact = row.fact
      fact.clients = min(ServiceFact<What>.clientLimit, row.clients.count)
      return fact
    }.sorted { left, right in
      if left.server != right.server { return left.server < right.server }
      if left.port != right.port { return left.port < right.port }
      if left.transport != right.transport { return left.transport < right.transport }
      return precedes(left.what, right.what)
    }
  }
}
