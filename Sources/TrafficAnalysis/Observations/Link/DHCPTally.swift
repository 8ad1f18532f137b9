import PacketDecoding

/// Follows questions for addresses to what servers offer; both may be seen by different workers, and are
/// put together at the end.
struct DHCPTally: Sendable {
  static let limit = 8192
  private static let offerLimit = 4

  struct Question: Hashable {
    var client: MACAddress
    var transaction: UInt32
  }

  struct Offer: Sendable {
    var number: UInt64
    var server: IPAddress
    var settings: AddressLease.Settings
  }

  struct Client: Sendable {
    var found: DHCPObservations.Client
    /// Anything but the question was seen.
    var isHeard = false
  }

  struct Server: Sendable {
    var found: DHCPObservations.Server
    var refusedClients: Set<MACAddress> = []
  }

  private(set) var offers: [Question: [Offer]] = [:]
  private(set) var clients: [MACAddress: Client] = [:]
  private(set) var servers: [IPAddress: Server] = [:]
  /// Messages that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func add(_ message: DHCPMessage, from source: IPAddress, number: UInt64, time: Int64) {
    guard let mac = message.mac, let type = message.type else { return }
    // Who asks from an address has one, and looks for servers, as routers do for rivals.
    if type != .discover || source == .none { note(type, of: mac, number: number, time: time) }
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
    var server = Server(found: DHCPObservations.Server(address: address))
    if type == .ack {
      server.found.acknowledged = 1
    } else {
      server.found.refused = 1
      server.refusedClients = [mac]
      server.found.refusals.add(number)
    }
    add(server)
  }

  private mutating func add(_ server: Server) {
    let address = server.found.address
    if servers[address] != nil {
      servers[address]?.add(server)
    } else if servers.count < Self.limit {
      servers[address] = server
    } else {
      beyond += 1
    }
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

extension DHCPTally.Server {
  fileprivate mutating func add(_ other: Self) {
    found.acknowledged += other.found.acknowledged
    found.refused += other.found.refused
    found.refusals.merge(other.found.refusals)
    if refusedClients.count < DHCPObservations.Server.clientLimit {
      refusedClients.formUnion(other.refusedClients)
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
