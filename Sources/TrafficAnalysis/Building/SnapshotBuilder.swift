package import CaptureFormats
import PacketDecoding

/// Makes a snapshot of what one or several analyzers know.
package struct SnapshotBuilder {
  private let options: AnalysisOptions
  private var totals = AnalyzerTotals()
  private var protocols = ProtocolTally()
  private var timeline = TimelineBuilder()
  private var sizes = PacketSizeTally()
  private var applications: ApplicationLayer
  private var hosts: HostTotals
  private var arp = ARPTally()
  private var icmp = ICMPTally()
  private var recent: [(entry: RecentRing.Entry, info: String?)] = []
  private var conversations: TopRows<Conversation>
  /// Names of servers of all analyzers.
  private var names = NameTable()

  package init(options: AnalysisOptions) {
    self.options = options
    applications = ApplicationLayer(streamLimit: 0)
    hosts = HostTotals(limit: options.maxHosts)
    conversations = TopRows(
      limit: options.rowLimit, leading: { $0.bytes }, precedes: Self.precedes)
  }

  /// Most bytes first; what follows makes the order complete.
  private static func precedes(_ left: Conversation, _ right: Conversation) -> Bool {
    if left.bytes != right.bytes { return left.bytes > right.bytes }
    if left.start != right.start { return left.start < right.start }
    if left.client != right.client { return left.client < right.client }
    if left.server != right.server { return left.server < right.server }
    let ports = (left.clientPort ?? 0, left.serverPort ?? 0)
    let others = (right.clientPort ?? 0, right.serverPort ?? 0)
    return ports != others ? ports < others : left.transport < right.transport
  }

  /// Adds what `analyzer` knows; `isFinal` when no more packets will come to it.
  package mutating func add(_ analyzer: TrafficAnalyzer, isFinal: Bool = true) {
    if isFinal { analyzer.core.drainFragments() }
    add(analyzer.core)
  }

  private mutating func add(_ core: borrowing AnalyzerCore) {
    totals.merge(core.totals)
    protocols.merge(core.protocols)
    timeline.merge(core.timeline)
    sizes.merge(core.sizes)
    applications.merge(core.applications)
    arp.merge(core.arp)
    icmp.merge(core.icmp)
    recent += core.recent.ordered
    addFlows(core)
  }

  private mutating func addFlows(_ core: borrowing AnalyzerCore) {
    var places: [Int32: Int32] = [:]
    let own = core.applications.serverNames
    for place in own.names.indices {
      places[Int32(place)] = names.place(of: own.names[place])
    }
    hosts.merge(core.hosts) { places[$0] ?? -1 }
    for place in 0..<core.flows.flows.count {
      var flow = core.flows.flows[place]
      guard !flow.isClosed else { continue }
      flow.serverName = places[flow.serverName] ?? -1
      hosts.add(flow, isEstablished: core.isEstablished(flow))
      guard conversations.wants(flow.bytes) else { continue }
      conversations.add(conversation(flow, flow.tcp >= 0 ? core.connections[Int(flow.tcp)] : nil))
    }
  }

  private func conversation(_ flow: Flow, _ connection: TCPConnection?) -> Conversation {
    var row = Conversation(
      transport: TransportName.of(flow), client: flow.client, server: flow.server,
      start: Timestamp(nanoseconds: flow.firstTime))
    if TransportName.hasPorts(flow) {
      row.clientPort = flow.clientPort
      row.serverPort = flow.serverPort
    }
    let (client, server) = (flow.fromClient, flow.fromServer)
    row.packetsToServer = client.packets - UInt64(client.fragments)
    row.packetsToClient = server.packets - UInt64(server.fragments)
    row.fragmentsToServer = UInt64(client.fragments)
    row.fragmentsToClient = UInt64(server.fragments)
    row.bytesToServer = client.bytes
    row.bytesToClient = server.bytes
    row.durationNanoseconds = Timestamp(nanoseconds: flow.lastTime).nanoseconds(since: row.start)
    row.state = flow.state
    row.history = flow.history.text
    row.application = flow.application == .none ? nil : flow.application.filterName
    row.serverName = names[flow.serverName]
    if let connection { row.add(connection) }
    return row
  }
}

extension Conversation {
  fileprivate mutating func add(_ connection: TCPConnection) {
    handshakeRTTNanoseconds = connection.handshakeRTT < 0 ? nil : connection.handshakeRTT
    retransmissions = UInt64(connection.counts.retransmissions)
    outOfOrder = UInt64(connection.counts.outOfOrder)
    lostSegments = UInt64(connection.counts.lostSegments)
    duplicateACKs = UInt64(connection.counts.duplicateACKs)
    zeroWindows = UInt64(connection.counts.zeroWindows)
    resets = UInt64(connection.counts.resets)
  }
}

extension AnalysisOptions {
  /// Rows that a table keeps, for 0 as many as there are.
  var rowLimit: Int { maxRows == 0 ? .max : maxRows }
}

// MARK: - The snapshot

extension SnapshotBuilder {
  /// The snapshot; `files` is what they say of themselves.
  package func snapshot(files: [CaptureFileSummary], filter: String? = nil, filteredOut: UInt64 = 0)
    -> Snapshot
  {
    var result = Snapshot()
    result.capture = capture(files, filter: filter, filteredOut: filteredOut)
    result.protocols = protocols.nodes()
    result.transport = transport()
    result.timeline = timeline.timeline()
    result.packetSizes = sizes.bins()
    addHosts(to: &result)
    result.conversations = Ranked(
      rows: conversations.sorted(), total: Int(clamping: hosts.conversations))
    result.services = services()
    result.tcp = tcp()
    addApplications(to: &result)
    result.arp = arp.summary(maxRows: options.rowLimit)
    result.icmp = icmp.summary()
    result.recentPackets = recent.sorted { $0.entry.number < $1.entry.number }
      .suffix(options.recentPackets).map { RecentPacket($0.entry, info: $0.info) }
    result.limits = limits()
    return result
  }

  private func capture(
    _ files: [CaptureFileSummary], filter: String?, filteredOut: UInt64
  ) -> CaptureSummary {
    var result = CaptureSummary()
    result.files = files
    result.filter = filter
    result.packets = totals.accounting.read
    result.bytes = totals.bytes
    result.capturedBytes = totals.capturedBytes
    if totals.firstTime <= totals.lastTime {
      result.firstPacket = Timestamp(nanoseconds: totals.firstTime)
      result.lastPacket = Timestamp(nanoseconds: totals.lastTime)
    }
    result.timeReversals = totals.timeReversals
    result.accounting = totals.accounting
    result.accounting.read += filteredOut
    result.accounting.filteredOut = filteredOut
    let drops = files.flatMap(\.interfaces).compactMap(\.dropped)
    result.drops =
      drops.isEmpty ? nil : drops.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    return result
  }

  private func transport() -> [TransportShare] {
    var shares: [TransportShare] = []
    var other = TransportShare(name: "Other", packets: 0, bytes: 0)
    for index in totals.transportPackets.indices where totals.transportPackets[index] > 0 {
      let (packets, bytes) = (totals.transportPackets[index], totals.transportBytes[index])
      if index < 256, let name = TransportName.known(UInt8(index)) {
        shares.append(TransportShare(name: name, packets: packets, bytes: bytes))
      } else {
        other.packets += packets
        other.bytes += bytes
      }
    }
    shares.sort { ($1.bytes, $0.name) < ($0.bytes, $1.name) }
    return other.packets > 0 ? shares + [other] : shares
  }

  private func addHosts(to snapshot: inout Snapshot) {
    let macs = claimedMACs()
    func row(_ address: IPAddress, _ counts: HostTotals.HostCounts) -> Host {
      var host = Host(address: address)
      host.packetsSent = counts.packetsSent
      host.packetsReceived = counts.packetsReceived
      host.bytesSent = counts.bytesSent
      host.bytesReceived = counts.bytesReceived
      host.conversations = counts.conversations
      host.names = applications.hostNames.names(of: address)
      host.mac = macs[address]
      return host
    }
    var byBytes = TopRows<Host>(
      limit: options.rowLimit, leading: { $0.bytes },
      precedes: { ($1.bytes, $0.address) < ($0.bytes, $1.address) })
    var bySent = TopRows<Host>(
      limit: 50, leading: { $0.packetsSent },
      precedes: { ($1.packetsSent, $0.address) < ($0.packetsSent, $1.address) })
    for (address, counts) in hosts.hosts {
      if byBytes.wants(counts.bytesSent + counts.bytesReceived) {
        byBytes.add(row(address, counts))
      }
      if counts.packetsSent > 0, bySent.wants(counts.packetsSent) {
        bySent.add(row(address, counts))
      }
    }
    snapshot.hosts = Ranked(rows: byBytes.sorted(), total: hosts.hosts.count)
    snapshot.topSources = bySent.sorted()
  }

  /// The MAC that most ARP packets claim for an address.
  private func claimedMACs() -> [IPAddress: MACAddress] {
    let claims = arp.claims.counts.sorted {
      ($0.value, $1.key.mac) < ($1.value, $0.key.mac)
    }
    return Dictionary(claims.map { ($0.key.address, $0.key.mac) }) { $1 }
  }

  private func services() -> Ranked<Service> {
    let rows = hosts.services.map { key, counts in
      var row = Service(
        transport: TransportName.known(key.ipProtocol) ?? "IP proto \(key.ipProtocol)",
        port: key.port)
      row.application =
        counts.applications.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?
        .key.filterName
      row.conversations = counts.conversations
      row.established = counts.established
      row.failed = counts.failed
      row.packets = counts.packets
      row.bytes = counts.bytes
      row.servers = UInt64(counts.servers.count)
      return row
    }
    return ranked(rows, maxRows: options.rowLimit) {
      ($1.bytes, $0.transport, $0.port) < ($0.bytes, $1.transport, $1.port)
    }
  }

  private func tcp() -> TCPSummary {
    var result = totals.tcp
    result.connections = totals.tcp.connections
    result.established = totals.tcp.established
    result.handshakeRTT = totals.handshakes.quantiles
    result.states = hosts.states
    return result
  }

  private func addApplications(to snapshot: inout Snapshot) {
    var bytes: [String: UInt64] = [:]
    for (place, count) in hosts.namedBytes {
      if let name = names[place] { bytes[name, default: 0] += count }
    }
    snapshot.dns = applications.dns.summary(maxRows: options.rowLimit)
    snapshot.mdns = applications.mdns
    snapshot.llmnr = applications.llmnr
    snapshot.http = applications.http.summary(maxRows: options.rowLimit, bytes: bytes)
    snapshot.tls = applications.tls.summary(maxRows: options.rowLimit, bytes: bytes)
  }

  private func limits() -> [LimitNote] {
    let notes = [
      LimitNote(table: "conversations", limit: options.maxFlows, beyond: totals.closedFlows),
      LimitNote(table: "hosts", limit: options.maxHosts, beyond: hosts.beyond),
      LimitNote(
        table: "application streams", limit: options.maxStreams,
        beyond: applications.streams.abandoned),
      LimitNote(table: "DNS names", limit: DNSLog.nameLimit, beyond: applications.dns.namesBeyond),
      LimitNote(
        table: "HTTP hosts", limit: HTTPLog.hostLimit, beyond: applications.http.hosts.beyond),
      LimitNote(
        table: "TLS server names", limit: TLSLog.nameLimit,
        beyond: applications.tls.serverNames.beyond),
      LimitNote(
        table: "protocol paths", limit: ProtocolTally.limit, beyond: protocols.beyond),
    ]
    return notes.filter { $0.beyond > 0 }
  }
}
