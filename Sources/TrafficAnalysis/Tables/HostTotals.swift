import PacketDecoding

/// What flows add up to, host by host and service by service.
struct HostTotals: Sendable {
  struct HostCounts: Sendable {
    var packetsSent: UInt64 = 0
    var packetsReceived: UInt64 = 0
    var bytesSent: UInt64 = 0
    var bytesReceived: UInt64 = 0
    var conversations: UInt64 = 0
  }

  struct ServiceKey: Hashable, Sendable {
    var ipProtocol: UInt8
    var port: UInt16
  }

  struct ServiceCounts: Sendable {
    var conversations: UInt64 = 0
    var established: UInt64 = 0
    var failed: UInt64 = 0
    var packets: UInt64 = 0
    var bytes: UInt64 = 0
    /// Conversations by application.
    var applications: [ProtocolID: UInt64] = [:]
    var servers: Set<IPAddress> = []
  }

  private static let serversEach = 10_000

  private(set) var hosts: [IPAddress: HostCounts] = [:]
  private(set) var services: [ServiceKey: ServiceCounts] = [:]
  private(set) var states: [ConnectionState: UInt64] = [:]
  /// Bytes of conversations by the name of their server.
  private(set) var namedBytes: [Int32: UInt64] = [:]
  private(set) var conversations: UInt64 = 0
  /// Endpoints that found no room.
  private(set) var beyond: UInt64 = 0
  let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func add(_ flow: Flow, isEstablished: Bool) {
    conversations += 1
    add(flow.key.low, sent: flow.fromLow, received: flow.fromHigh)
    if flow.key.low != flow.key.high {
      add(flow.key.high, sent: flow.fromHigh, received: flow.fromLow)
    } else {
      add(flow.key.high, sent: flow.fromHigh, received: flow.fromLow, conversations: 0)
    }
    if flow.serverName >= 0 { namedBytes[flow.serverName, default: 0] += flow.bytes }
    let state = flow.state
    if flow.key.ipProtocol == 6, !flow.isPortless { states[state, default: 0] += 1 }
    addService(flow, state, isEstablished: isEstablished)
  }

  private mutating func add(
    _ address: IPAddress, sent: FlowDirection, received: FlowDirection, conversations: UInt64 = 1
  ) {
    guard hosts.count < limit || hosts[address] != nil else {
      beyond += 1
      return
    }
    Self.add(
      &hosts[address, default: HostCounts()], sent: sent, received: received,
      conversations: conversations)
  }

  private static func add(
    _ host: inout HostCounts, sent: FlowDirection, received: FlowDirection, conversations: UInt64
  ) {
    host.packetsSent += sent.packets
    host.bytesSent += sent.bytes
    host.packetsReceived += received.packets
    host.bytesReceived += received.bytes
    host.conversations += conversations
  }

  private mutating func addService(_ flow: Flow, _ state: ConnectionState, isEstablished: Bool) {
    let number = flow.key.ipProtocol
    guard !flow.isPortless, [6, 17, 33, 132, 136].contains(number) else { return }
    let key = ServiceKey(ipProtocol: number, port: flow.serverPort)
    Self.add(
      flow, state, isEstablished: isEstablished, &services[key, default: ServiceCounts()])
  }

  private static func add(
    _ flow: Flow, _ state: ConnectionState, isEstablished: Bool, _ counts: inout ServiceCounts
  ) {
    counts.conversations += 1
    counts.packets += flow.packets
    counts.bytes += flow.bytes
    if flow.application != .none { counts.applications[flow.application, default: 0] += 1 }
    if counts.servers.count < serversEach { counts.servers.insert(flow.server) }
    let isTCP = flow.key.ipProtocol == 6
    let bothSpoke = flow.fromClient.packets > 0 && flow.fromServer.packets > 0
    if isTCP ? isEstablished : bothSpoke { counts.established += 1 }
    let failures: [ConnectionState] = [.attempt, .rejected, .attemptReset, .attemptClosed]
    if isTCP ? failures.contains(state) && !isEstablished : flow.fromServer.packets == 0 {
      counts.failed += 1
    }
  }

  /// Adds another's sums; `rename` says what its names' places are here.
  mutating func merge(_ other: HostTotals, rename: (Int32) -> Int32) {
    conversations += other.conversations
    beyond += other.beyond
    for (address, counts) in other.hosts {
      guard hosts.count < limit || hosts[address] != nil else {
        beyond += 1
        continue
      }
      var host = hosts[address] ?? HostCounts()
      host.packetsSent += counts.packetsSent
      host.packetsReceived += counts.packetsReceived
      host.bytesSent += counts.bytesSent
      host.bytesReceived += counts.bytesReceived
      host.conversations += counts.conversations
      hosts[address] = host
    }
    for (key, counts) in other.services { merge(counts, into: key) }
    for (state, count) in other.states { states[state, default: 0] += count }
    for (name, bytes) in other.namedBytes { namedBytes[rename(name), default: 0] += bytes }
  }

  private mutating func merge(_ counts: ServiceCounts, into key: ServiceKey) {
    var service = services[key] ?? ServiceCounts()
    service.conversations += counts.conversations
    service.established += counts.established
    service.failed += counts.failed
    service.packets += counts.packets
    service.bytes += counts.bytes
    service.applications.merge(counts.applications, uniquingKeysWith: +)
    service.servers.formUnion(counts.servers)
    services[key] = service
  }
}
