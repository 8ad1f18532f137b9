import PacketDecoding

/// Follows questions for addresses to what servers offer; both may be seen by different workers, and are
/// put together at the end.
struct DHCPTally: Sendable {
  static let limit = 8192
  private static let offerLimit = 4

  private struct Question: Hashable {
    var client: MACAddress
    var transaction: UInt32
  }

  private struct Offer: Sendable {
    var number: UInt64
    var server: IPAddress
    var settings: AddressLease.Settings
  }

  fileprivate struct Client: Sendable {
    var found: DHCPObservations.Client
    /// Anything but the question was seen.
    var isHeard = false
  }

  private var offers: [Question: [Offer]] = [:]
  private var clients: [MACAddress: Client] = [:]
  private var servers: [IPAddress: DHCPObservations.Server] = [:]
  /// Messages that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func add(_ message: DHCPMessage, from source: IPAddress, number: UInt64, time: Int64) {
    guard let mac = message.mac, let type = message.type else { return }
    note(type, of: mac, number: number, time: time)
    guard message.operation == 2 else { return }
    let address = message.settings.server ?? source
    if type == .ack || type == .nak { count(type, of: address, to: mac, number: number) }
    // Behind a relay agent are other networks; an offer without an address is of a boot server.
    guard type == .offer, message.relayAgent == .none, message.yourAddress != .none else { return }
    add(
      Offer(number: number, server: address, settings: message.settings),
      to: Question(client: mac, transaction: message.transaction))
  }

  private mutating func note(
    _ type: DHCPMessageType, of mac: MACAddress, number: UInt64, time: Int64
  ) {
    guard clients.count < Self.limit || clients[mac] != nil else {
      beyond += 1
      return
    }
    var client = clients[mac] ?? Client(found: DHCPObservations.Client(adapter: mac))
    if type == .discover {
      client.found.discovers += 1
      client.found.firstTime = min(client.found.firstTime, time)
      client.found.lastTime = max(client.found.lastTime, time)
      client.found.packets.add(number)
    } else if type != .release, type != .inform {
      client.isHeard = true
    }
    clients[mac] = client
  }

  private mutating func count(
    _ type: DHCPMessageType, of address: IPAddress, to mac: MACAddress, number: UInt64
  ) {
    var server = DHCPObservations.Server(address: address)
    if type == .ack {
      server.acknowledged = 1
    } else {
      server.refused = 1
      server.refusedClients = [mac]
      server.refusals.add(number)
    }
    add(server)
  }

  private mutating func add(_ server: DHCPObservations.Server) {
    guard var known = servers[server.address] else {
      if servers.count < Self.limit { servers[server.address] = server } else { beyond += 1 }
      return
    }
    known.acknowledged += server.acknowledged
    known.refused += server.refused
    if known.refusedClients.count < DHCPObservations.Server.clientLimit {
      known.refusedClients.formUnion(server.refusedClients)
    }
    known.refusals.merge(server.refusals)
    servers[server.address] = known
  }

  private mutating func add(_ offer: Offer, to question: Question) {
    guard offers.count < Self.limit || offers[question] != nil else {
      beyond += 1
      return
    }
    var all = offers[question] ?? []
    // Of one server the first.
    if let place = all.firstIndex(where: { $0.server == offer.server }) {
      if offer.number < all[place].number { all[place] = offer }
    } else {
      all.append(offer)
    }
    offers[question] = Array(all.sorted { $0.number < $1.number }.prefix(Self.offerLimit))
  }

  mutating func merge(_ other: DHCPTally) {
    beyond += other.beyond
    for (question, found) in other.offers { for offer in found { add(offer, to: question) } }
    for server in other.servers.values { add(server) }
    for (mac, client) in other.clients {
      guard clients.count < Self.limit || clients[mac] != nil else {
        beyond += 1
        continue
      }
      clients[mac] = clients[mac]?.merged(client) ?? client
    }
  }
}

extension DHCPTally.Client {
  fileprivate func merged(_ other: Self) -> Self {
    var result = self
    result.isHeard = isHeard || other.isHeard
    result.found.discovers += other.found.discovers
    result.found.firstTime = min(found.firstTime, other.found.firstTime)
    result.found.lastTime = max(found.lastTime, other.found.lastTime)
    result.found.packets.merge(other.found.packets)
    return result
  }
}

// MARK: - What it comes to

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
    result.servers = servers.values.sorted { $0.address < $1.address }
    return result
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
