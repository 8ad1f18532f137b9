package import CaptureFormats
import PacketDecoding

/// Makes a snapshot of what one or several analyzers know.
///
/// Only ``add(_:isFinal:)`` reads the analyzers; ``snapshot(files:filter:filteredOut:)`` may follow on
/// another thread while they go on.
package struct SnapshotBuilder: Sendable {
  private static let batchSize = 64

  private let options: AnalysisOptions
  private var isEmpty = true
  private var totals = AnalyzerTotals()
  private var protocols = ProtocolTally()
  private var timeline = TimelineBuilder()
  private var sizes = PacketSizeTally()
  private var logs: ApplicationLogs
  private var hosts: HostTotals
  private var arp: ARPTally
  private var icmp: ICMPTally
  private var recent: [(entry: RecentRing.Entry, info: String?)] = []
  private var conversations: TopRows<Conversation>
  private var rankings: TCPRankings
  private var survey = FlowSurvey()
  private var icmpRates = ICMPRateTable()
  private var arpRequests = ARPRequestLog()
  private var sample = PacketSample()
  /// Names of servers of all analyzers.
  private var names: NameTable
  private var limits = LimitCounts()

  package init(options: AnalysisOptions) {
    self.options = options
    logs = ApplicationLogs(options: options)
    hosts = HostTotals(options: options)
    arp = ARPTally(claimLimit: options.maxClaims)
    icmp = ICMPTally(echoLimit: options.maxPending)
    conversations = .ofConversations(limit: options.rowLimit)
    rankings = TCPRankings(limit: options.rowLimit)
    names = NameTable(limit: options.maxNames)
  }

  /// Adds what `analyzer` knows; `isFinal` when no more packets will come to it.
  package mutating func add(_ analyzer: TrafficAnalyzer, isFinal: Bool = true) {
    if isFinal { analyzer.finish() }
    add(analyzer.core)
  }

  private mutating func add(_ core: borrowing AnalyzerCore) {
    totals.merge(core.totals)
    sizes.merge(core.sizes)
    recent += core.recent.ordered
    limits.add(core)
    conversations.merge(core.closedConversations)
    rankings.merge(core.closedRankings)
    survey.merge(core.closedSurvey)
    icmpRates.merge(core.icmpRates)
    arpRequests.merge(core.arpRequests)
    sample.merge(core.sample)
    if isEmpty {
      adopt(core)
      isEmpty = false
    } else {
      merge(core)
    }
  }

  /// Takes the tables of the first analyzer as they are, which copies nothing until they change.
  private mutating func adopt(_ core: borrowing AnalyzerCore) {
    protocols = core.protocols
    timeline = core.timeline
    logs = core.applications.logs.countsOnly
    arp = core.arp
    icmp = core.icmp.countsOnly
    hosts = core.hosts
    names = core.applications.serverNames
    addFlows(core) { $0 }
  }

  private mutating func merge(_ core: borrowing AnalyzerCore) {
    protocols.merge(core.protocols)
    timeline.merge(core.timeline)
    logs.merge(core.applications.logs)
    arp.merge(core.arp)
    icmp.merge(core.icmp)
    let places = core.applications.serverNames.names.map { names.place(of: $0) }
    let rename = { (place: Int32) in place >= 0 ? places[Int(place)] : -1 }
    hosts.merge(core.hosts, rename: rename)
    addFlows(core, rename: rename)
  }

  private mutating func addFlows(
    _ core: borrowing AnalyzerCore, rename: (Int32) -> Int32
  ) {
    hosts.reserve(flows: core.flows.live)
    // Pairs with trouble first, so that all of their flows count.
    for place in 0..<core.flows.flows.count where !core.flows.flows[place].isClosed {
      survey.prepare(core.flows.flows[place], core.connections)
    }
    var batch: [(flow: Flow, isEstablished: Bool)] = []
    batch.reserveCapacity(Self.batchSize)
    for place in 0..<core.flows.flows.count {
      var flow = core.flows.flows[place]
      guard !flow.isClosed else { continue }
      flow.serverName = rename(flow.serverName)
      batch.append((flow, core.isEstablished(flow)))
      if batch.count == Self.batchSize {
        hosts.add(batch)
        batch.removeAll(keepingCapacity: true)
      }
      survey.add(flow, core.connections)
      conversations.add(flow) {
        Conversation(
          flow, core.connections.measures(of: flow.tcp), serverName: names[flow.serverName])
      }
      rankings.add(flow, core.connections) {
        Conversation(
          flow, core.connections.measures(of: flow.tcp), serverName: names[flow.serverName])
      }
    }
    hosts.add(batch)
  }
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
    result.transport = totals.transport.shares()
    result.timeline = timeline.timeline()
    result.timeline.retransmissions = totals.retransmissions.packets(on: result.timeline)
    result.packetSizes = sizes.bins()
    addHosts(to: &result, files)
    result.conversations = Ranked(
      rows: conversations.sorted(), total: Int(clamping: hosts.conversations))
    result.services = hosts.services.ranked(maxRows: options.rowLimit)
    result.tcp = tcpSummary
    addApplications(to: &result)
    result.arp = arp.summary(maxRows: options.rowLimit)
    result.icmp = icmp.summary()
    result.fragments = totals.fragments
    survey.fill(&result.observations)
    logs.observe(&result.observations)
    result.observations.icmpRates = icmpRates.sorted
    result.observations.arpSweeps = arpRequests.sweeps(isRouter: sample.isRouter)
    result.observations.wrongChecksums = sample.wrong
    result.observations.links = logs.links.observations
    result.observations.names = logs.dns.observations
    result.recentPackets = recent.sorted { $0.entry.number < $1.entry.number }
      .suffix(options.recentPackets).map { RecentPacket($0.entry, info: $0.info) }
    result.limits = limitNotes()
    result.addVendors(options.vendors)
    return result
  }

  private func capture(
    _ files: [CaptureFileSummary], filter: String?, filteredOut: UInt64
  ) -> CaptureSummary {
    var result = CaptureSummary(files: files, filter: filter)
    result.packets = totals.accounting.read
    result.bytes = totals.bytes
    result.capturedBytes = totals.capturedBytes
    result.setTimes(first: totals.firstTime, last: totals.lastTime)
    result.timeReversals = totals.timeReversals
    result.accounting = totals.accounting
    result.accounting.read += filteredOut
    result.accounting.filteredOut = filteredOut
    return result
  }

  private var tcpSummary: TCPSummary {
    var result = totals.tcp
    result.handshakeRTT = totals.handshakes.quantiles
    result.handshakeDistribution = totals.handshakes.distribution
    result.handshakeToServer = totals.handshakesToServer.quantiles
    result.handshakeToClient = totals.handshakesToClient.quantiles
    result.dataRTT = totals.dataRoundTrips.quantiles
    result.states = hosts.states.byState
    result.mostRetransmissions = rankings.mostRetransmissions.sorted()
    result.slowest = rankings.slowest.sorted()
    return result
  }

  private func addHosts(to snapshot: inout Snapshot, _ files: [CaptureFileSummary]) {
    let macs = arp.claimedMACs()
    let names = namesOfHosts(files)
    let host = { (row: HostTable.Row) in
      var host = Host(
        row, names: names.names(of: row.address), mac: macs[row.address])
      host.locate(options.locator)
      return host
    }
    snapshot.hosts = hosts.hosts.ranked(maxRows: options.rowLimit, host)
    snapshot.topSources = hosts.hosts.topSources(host)
    if let locator = options.locator {
      var tally = GeographyTally(locator)
      tally.add(hosts.hosts)
      snapshot.geography = tally.summary(maxRows: options.rowLimit)
    }
  }

  /// The names that packets told, and those that files carry.
  private func namesOfHosts(_ files: [CaptureFileSummary]) -> HostNameLog {
    var names = logs.namesOfHosts
    names.add(files)
    return names
  }

  private func addApplications(to snapshot: inout Snapshot) {
    var bytes: [String: UInt64] = [:]
    for (place, count) in hosts.namedBytes.enumerated() where count > 0 {
      if let name = names[Int32(place)] { bytes[name, default: 0] += count }
    }
    snapshot.applications = hosts.applications.summaries(
      values: logs.applications.byField(maxRows: options.rowLimit))
    snapshot.rtpStreams = logs.rtp.ranked(maxRows: options.rowLimit)
    snapshot.dns = logs.dns.summary(maxRows: options.rowLimit)
    snapshot.mdns = logs.mdns.summary(maxRows: options.rowLimit)
    snapshot.llmnr = logs.llmnr.summary(maxRows: options.rowLimit)
    snapshot.leases = logs.leases.ranked(maxRows: options.rowLimit)
    snapshot.http = logs.http.summary(maxRows: options.rowLimit, bytes: bytes)
    snapshot.tls = logs.tls.summary(
      maxRows: options.rowLimit, bytes: bytes)
    snapshot.quic = logs.quic.summary(clientHellos: logs.tls.clientHellos(.quic))
  }

  private func limitNotes() -> [LimitNote] {
    var notes = [
      LimitNote(table: "conversations", limit: options.maxFlows, beyond: totals.closedFlows)
    ]
    notes += hosts.limitNotes + limits.notes(options) + logs.limitNotes
    notes += [
      LimitNote(table: "ARP claims", limit: options.maxClaims, beyond: arp.claims.beyond),
      LimitNote(table: "echo requests", limit: options.maxPending, beyond: icmp.beyond),
      LimitNote(table: "protocol paths", limit: ProtocolTally.limit, beyond: protocols.beyond),
    ]
    return notes.filter { $0.beyond > 0 }
  }
}
