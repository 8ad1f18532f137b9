import PacketDecoding

/// What flows add up to, host by host and service by service.
struct HostTotals: Sendable {
  /// More hosts than this seldom have to be made room for, whatever the number of flows.
  private static let usualHosts = 65_536

  private(set) var hosts: HostTable
  private(set) var services: ServiceTable
  private(set) var states = StateTally()
  /// Bytes of conversations by the place of their server's name.
  private(set) var namedBytes: [UInt64] = []
  private(set) var conversations: UInt64 = 0
  private(set) var applications = ApplicationTotals()
  /// Keeps what was touched from being optimised away.
  private var touched: UInt64 = 0

  init(options: AnalysisOptions) {
    hosts = HostTable(limit: options.maxHosts)
    services = ServiceTable(limit: options.maxServices, serverLimit: options.maxServers)
  }

  mutating func add(_ flow: Flow, isEstablished: Bool) {
    conversations += 1
    applications.add(flow)
    hosts.add(flow.key.low, sent: flow.fromLow, received: flow.fromHigh, conversations: 1)
    hosts.add(
      flow.key.high, sent: flow.fromHigh, received: flow.fromLow,
      conversations: flow.key.low == flow.key.high ? 0 : 1)
    if flow.serverName >= 0 { add(flow.bytes, to: flow.serverName) }
    let state = flow.state
    if flow.key.ipProtocol == 6, !flow.isPortless { states.add(state) }
    if TransportName.hasPorts(flow) { services.add(flow, state, isEstablished: isEstablished) }
  }

  /// Adds many flows at once, which is faster where there are very many hosts.
  mutating func add(_ flows: [(flow: Flow, isEstablished: Bool)]) {
    for (flow, _) in flows {
      touched ^= hosts.touch(flow.key.low) ^ hosts.touch(flow.key.high) ^ services.touch(flow)
    }
    for (flow, _) in flows { touched ^= services.touchServer(flow) }
    for (flow, isEstablished) in flows { add(flow, isEstablished: isEstablished) }
  }

  private mutating func add(_ bytes: UInt64, to name: Int32) {
    while namedBytes.count <= Int(name) { namedBytes.append(0) }
    namedBytes[Int(name)] += bytes
  }

  /// Makes room for the hosts of so many flows.
  mutating func reserve(flows: Int) { hosts.reserve(min(flows, Self.usualHosts)) }

  /// Adds another's sums; `rename` says what its names' places are here.
  mutating func merge(_ other: HostTotals, rename: (Int32) -> Int32) {
    conversations += other.conversations
    applications.merge(other.applications)
    hosts.merge(other.hosts)
    services.merge(other.services)
    states.merge(other.states)
    for (place, bytes) in other.namedBytes.enumerated() where bytes > 0 {
      let name = rename(Int32(place))
      if name >= 0 { add(bytes, to: name) }
    }
  }
}
