import PacketDecoding

/// How the services of a capture are, for at most so many of them.
struct ServiceHealthTable: Sendable {
  struct Key: Hashable, FastHashable {
    var server: IPAddress
    var port: UInt16

    @inline(__always)
    func hashed(by hash: FastHash) -> UInt64 {
      hash(server.highWord ^ UInt64(port) << 40, server.low)
    }
  }

  private struct Row: Sendable {
    var health: ServiceHealth
    /// Up to ``ServiceHealth/clientLimit``.
    var clients = KeyedTable<IPAddress, Void>()
  }

  static let limit = 32_768

  private var rows = KeyedTable<Key, Row>()
  /// Connections whose service found no room.
  private(set) var beyond: UInt64 = 0

  mutating func add(_ flow: Flow, state: ConnectionState, connection: TCPConnection) {
    let key = Key(server: flow.server, port: flow.serverPort)
    let hasRoom = rows.update(
      key, limit: Self.limit,
      adding: Row(health: ServiceHealth(server: key.server, port: key.port))
    ) { row in
      row.health.add(flow, state, connection)
      row.clients.note(flow.client, limit: ServiceHealth.clientLimit)
    }
    if !hasRoom { beyond += 1 }
  }

  mutating func merge(_ other: ServiceHealthTable) {
    beyond += other.beyond
    for (key, row) in other.rows.pairs {
      let hasRoom = rows.merge(key, row, limit: Self.limit) { known, row in
        known.health.merge(row.health)
        for client in row.clients.keys {
          known.clients.note(client, limit: ServiceHealth.clientLimit)
        }
      }
      if !hasRoom { beyond += row.health.connections }
    }
  }

  /// By server and port, with what scans did to them.
  func sorted(excusing scans: ScanFinder) -> [ServiceHealth] {
    rows.places { ($0.server, $0.port) < ($1.server, $1.port) }.map { place in
      var health = rows[place: place].health
      health.clients = rows[place: place].clients.count
      scans.excuse(&health)
      return health
    }
  }
}

extension ServiceHealth {
  fileprivate mutating func add(
    _ flow: Flow, _ state: ConnectionState, _ connection: TCPConnection
  ) {
    connections += 1
    if application == nil, !flow.application.isNone { application = flow.application.filterName }
    if connection.isEstablished { established += 1 }
    switch state {
    case .attempt:
      unanswered += 1
      unansweredPackets.add(flow.firstNumber)
    case .rejected:
      refused += 1
      refusedPackets.add(flow.firstNumber)
    case .resetByClient, .resetByServer:
      guard flow.history.contains(.data) else { break }
      resetAfterData += 1
      resetPackets.add(flow.firstNumber)
    default: break
    }
    guard let delay = connection.handshakeRTT else { return }
    handshakes += 1
    handshakeSum &+= UInt64(max(0, delay))
    shortestHandshake = min(shortestHandshake, delay)
    guard delay >= Self.slowHandshake else { return }
    slowHandshakes += 1
    slowPackets.add(flow.firstNumber)
  }

  fileprivate mutating func merge(_ other: ServiceHealth) {
    connections += other.connections
    // Whichever worker saw it: the first by name, as flows have no order among workers.
    if let name = other.application { application = min(application ?? name, name) }
    established += other.established
    unanswered += other.unanswered
    refused += other.refused
    resetAfterData += other.resetAfterData
    unansweredPackets.merge(other.unansweredPackets)
    refusedPackets.merge(other.refusedPackets)
    resetPackets.merge(other.resetPackets)
    handshakes += other.handshakes
    handshakeSum &+= other.handshakeSum
    shortestHandshake = min(shortestHandshake, other.shortestHandshake)
    slowHandshakes += other.slowHandshakes
    slowPackets.merge(other.slowPackets)
  }
}
