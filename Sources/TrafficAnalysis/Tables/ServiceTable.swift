import PacketDecoding

/// Traffic by server port, for at most a stated number of ports and of servers behind them.
struct ServiceTable: Sendable {
  struct Row: BitwiseCopyable, Sendable {
    /// The server before, which most often is the next, too.
    var latestServer = IPAddress.none
    var ipProtocol: UInt8
    var port: UInt16
    /// Different servers, counted to ``serversEach``.
    var servers: UInt32 = 0
    var conversations: UInt64 = 0
    var established: UInt64 = 0
    var failed: UInt64 = 0
    var packets: UInt64 = 0
    var bytes: UInt64 = 0
  }

  private struct Server: BitwiseCopyable, Sendable {
    var address: IPAddress
    var service: Int32
  }

  private struct Application: BitwiseCopyable, Sendable {
    var service: Int32
    var application: ProtocolID
    var conversations: UInt64
  }

  private static let serversEach: UInt32 = 10_000

  let limit: Int
  let serverLimit: Int
  /// Conversations whose service found no room.
  private(set) var beyond: UInt64 = 0
  /// Conversations whose server found no room.
  private(set) var serversBeyond: UInt64 = 0
  private(set) var rows = ChunkedList<Row>()
  private var index = HashIndex()
  private var servers = ChunkedList<Server>()
  private var serverIndex = HashIndex()
  private var applications = ChunkedList<Application>()
  private var applicationIndex = HashIndex()
  private let hash = FastHash()

  init(limit: Int, serverLimit: Int) {
    self.limit = limit
    self.serverLimit = serverLimit
  }

  mutating func add(_ flow: Flow, _ state: ConnectionState, isEstablished: Bool) {
    var row = Row(ipProtocol: flow.key.ipProtocol, port: flow.serverPort)
    row.conversations = 1
    row.packets = flow.packets
    row.bytes = flow.bytes
    if flow.key.ipProtocol == 6 {
      row.established = isEstablished ? 1 : 0
      row.failed = !isEstablished && state.isFailure ? 1 : 0
    } else {
      let bothSpoke = flow.fromClient.packets > 0 && flow.fromServer.packets > 0
      row.established = bothSpoke ? 1 : 0
      row.failed = flow.fromServer.packets == 0 ? 1 : 0
    }
    guard let place = add(row) else { return }
    add(server: flow.server, to: place)
    if flow.application != .none { add(flow.application, 1, to: place) }
  }

  mutating func merge(_ other: ServiceTable) {
    beyond += other.beyond
    serversBeyond += other.serversBeyond
    var places: [Int?] = []
    for place in 0..<other.rows.count { places.append(add(other.rows[place])) }
    for number in 0..<other.servers.count {
      let server = other.servers[number]
      if let place = places[Int(server.service)] { add(server: server.address, to: place) }
    }
    for number in 0..<other.applications.count {
      let entry = other.applications[number]
      if let place = places[Int(entry.service)] {
        add(entry.application, entry.conversations, to: place)
      }
    }
  }

  /// The application that most conversations of each service carried.
  func mainApplications() -> [Int: ProtocolID] {
    var best: [Int: Application] = [:]
    for number in 0..<applications.count {
      let entry = applications[number]
      let known = best[Int(entry.service)] ?? entry
      let isFirst = entry.application.rawValue < known.application.rawValue
      let isMore = entry.conversations > known.conversations
      if isMore || entry.conversations == known.conversations && isFirst {
        best[Int(entry.service)] = entry
      } else {
        best[Int(entry.service)] = known
      }
    }
    return best.mapValues(\.application)
  }
}

extension ServiceTable {
  /// Adds a row's counts, but for its servers; its place, if there is room.
  private mutating func add(_ row: Row) -> Int? {
    guard let place = place(of: row) else {
      beyond += row.conversations
      return nil
    }
    rows[place].conversations += row.conversations
    rows[place].established += row.established
    rows[place].failed += row.failed
    rows[place].packets += row.packets
    rows[place].bytes += row.bytes
    return place
  }

  @inline(__always)
  private func hashValue(_ ipProtocol: UInt8, _ port: UInt16) -> UInt64 {
    hash(UInt64(ipProtocol), UInt64(port))
  }

  @inline(__always)
  private func hashValue(_ address: IPAddress, _ place: Int) -> UInt64 {
    hash(address.high ^ UInt64(place) << 32, address.low)
  }

  @inline(__always)
  private func find(_ ipProtocol: UInt8, _ port: UInt16) -> Int? {
    index.find(hashValue(ipProtocol, port)) {
      rows[$0].port == port && rows[$0].ipProtocol == ipProtocol
    }
  }

  /// Reads what adding a flow will need first; see ``HashIndex/touch(_:)``.
  @inline(__always)
  func touch(_ flow: Flow) -> UInt64 {
    index.touch(hashValue(flow.key.ipProtocol, flow.serverPort))
  }

  /// Reads what it will need next.
  @inline(__always)
  func touchServer(_ flow: Flow) -> UInt64 {
    guard let place = find(flow.key.ipProtocol, flow.serverPort), rows[place].isNew(flow.server)
    else { return 0 }
    return serverIndex.touch(hashValue(flow.server, place))
  }

  private mutating func place(of row: Row) -> Int? {
    if let known = find(row.ipProtocol, row.port) { return known }
    guard rows.count < limit else { return nil }
    index.insert(hashValue(row.ipProtocol, row.port), place: rows.count)
    rows.append(Row(ipProtocol: row.ipProtocol, port: row.port))
    return rows.count - 1
  }

  private mutating func add(server address: IPAddress, to place: Int) {
    guard rows[place].servers < Self.serversEach, rows[place].isNew(address) else { return }
    rows[place].latestServer = address
    let value = hashValue(address, place)
    let known = serverIndex.find(value) {
      servers[$0].address == address && servers[$0].service == Int32(place)
    }
    guard known == nil else { return }
    guard servers.count < serverLimit else {
      serversBeyond += 1
      return
    }
    serverIndex.insert(value, place: servers.count)
    servers.append(Server(address: address, service: Int32(place)))
    rows[place].servers += 1
  }

  private mutating func add(_ application: ProtocolID, _ count: UInt64, to place: Int) {
    let value = hash(UInt64(place), UInt64(application.rawValue))
    let known = applicationIndex.find(value) {
      applications[$0].service == Int32(place) && applications[$0].application == application
    }
    if let known {
      applications[known].conversations += count
    } else {
      applicationIndex.insert(value, place: applications.count)
      applications.append(
        Application(service: Int32(place), application: application, conversations: count))
    }
  }
}

extension ServiceTable.Row {
  /// False if the server is the one before.
  @inline(__always)
  fileprivate func isNew(_ server: IPAddress) -> Bool { servers == 0 || latestServer != server }
}

extension ConnectionState {
  /// True where the handshake was refused, given up or not answered.
  fileprivate var isFailure: Bool {
    switch self {
    case .attempt, .rejected, .attemptReset, .attemptClosed: true
    default: false
    }
  }
}
