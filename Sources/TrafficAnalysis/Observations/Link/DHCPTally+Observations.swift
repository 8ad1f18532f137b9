import PacketDecoding

/// What questions and answers come to, put together.
extension DHCPTally {
  private struct Pair: Hashable {
    var first: IPAddress
    var second: IPAddress
  }

  var observations: DHCPObservations {
    var result = DHCPObservations()
    result.rivals = rivals
    result.unanswered = clients.values.filter { !$0.isHeard }.map(\.found)
      .sorted { $0.adapter < $1.adapter }
    result.servers = servers.values.map(\.observation).sorted { $0.address < $1.address }
    let asking = clients.values.map(\.found).filter { $0.discovers > 0 }
    result.asking = asking.count
    result.isServed = !offers.isEmpty || !servers.isEmpty
    result.rush = Self.rush(of: asking)
    return result
  }

  private static func rush(of clients: [DHCPObservations.Client]) -> DHCPObservations.Rush {
    let sorted = clients.sorted { ($0.firstTime, $0.adapter) < ($1.firstTime, $1.adapter) }
    var most = 0..<0
    var start = 0
    for (place, client) in sorted.enumerated() {
      while client.firstTime &- sorted[start].firstTime > DHCPObservations.Rush.time { start += 1 }
      if place + 1 - start > most.count { most = start..<place + 1 }
    }
    var rush = DHCPObservations.Rush()
    rush.adapters = most.count
    for client in sorted[most] { if let number = client.packets.first { rush.packets.add(number) } }
    return rush
  }

  private var rivals: [DHCPObservations.Rivals] {
    var rows: [Pair: DHCPObservations.Rivals] = [:]
    // In the order of the capture, as the settings of the first are told.
    for found in offers.values.filter({ $0.count > 1 }).sorted(by: { $0[0].number < $1[0].number })
    {
      for (place, one) in found.enumerated() {
        for other in found.dropFirst(place + 1) where one.settings.contradicts(other.settings) {
          let (low, high) = one.server < other.server ? (one, other) : (other, one)
          let key = Pair(first: low.server, second: high.server)
          rows[
            key,
            default: DHCPObservations.Rivals(
              first: low.server, second: high.server, firstSettings: low.settings,
              secondSettings: high.settings)
          ].add(low.number, high.number)
        }
      }
    }
    return rows.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

extension DHCPTally.Server {
  fileprivate var observation: DHCPObservations.Server {
    var result = found
    result.refusedClients = min(DHCPObservations.Server.clientLimit, refusedClients.count)
    return result
  }
}

extension DHCPObservations.Rivals {
  fileprivate mutating func add(_ first: UInt64, _ second: UInt64) {
    exchanges += 1
    packets.add(first)
    packets.add(second)
  }
}

extension AddressLease.Settings {
  /// True if a client would have other routers, or ask other name servers; servers that share the work
  /// tell the same.
  fileprivate func contradicts(_ other: Self) -> Bool {
    Self.differ(routers, other.routers) || Self.differ(nameServers, other.nameServers)
  }

  private static func differ(_ one: [IPAddress], _ other: [IPAddress]) -> Bool {
    !one.isEmpty && !other.isEmpty && Set(one).isDisjoint(with: other)
  }
}
