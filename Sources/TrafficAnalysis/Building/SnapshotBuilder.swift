import CaptureFormats
import PacketDecoding

/// Makes a snapshot of what one or several analyzers know.
///
/// Several can be made at the same time, each of some of the analyzers, and then be merged. Only
/// ``add(_:isFinal:)`` reads the analyzers; ``snapshot(files:filter:filteredOut:)`` may follow on
/// another thread while they go on.
package struct SnapshotBuilder: Sendable {
  private static let batchSize = 64

  let options: AnalysisOptions
  private var isEmpty = true
  private(set) var totals = AnalyzerTotals()
  private(set) var protocols = ProtocolTally()
  private(set) var timeline = TimelineBuilder()
  private(set) var sizes = PacketSizeTally()
  private(set) var logs: ApplicationLogs
  private(set) var hosts: HostTotals
  private(set) var arp: ARPTally
  private(set) var icmp: ICMPTally
  private(set) var recent: [(entry: RecentRing.Entry, info: PacketInfo?)] = []
  private(set) var conversations: TopRows<Conversation>
  private(set) var rankings: TCPRankings
  private(set) var survey = FlowSurvey()
  private(set) var icmpRates = ICMPRateTable()
  private(set) var arpRequests = ARPRequestLog()
  private(set) var sample = PacketSample()
  /// Names of servers of all analyzers.
  private(set) var names: NameTable
  private(set) var limits = LimitCounts()

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

  /// Adds what `analyzer` knows; `isFinal` when no more packets will come to it, and nobody asks it for
  /// its flows again, whose memory is freed on the way.
  package mutating func add(_ analyzer: TrafficAnalyzer, isFinal: Bool = true) {
    if isFinal { analyzer.finish() }
    guard isEmpty else {
      var other = SnapshotBuilder(options: options)
      other.take(&analyzer.core, isFinal: isFinal)
      return merge(other)
    }
    take(&analyzer.core, isFinal: isFinal)
    isEmpty = false
  }

  /// Takes the tables of the first analyzer as they are, which copies nothing until they change.
  private mutating func take(_ core: inout AnalyzerCore, isFinal: Bool) {
    totals = core.totals
    sizes = core.sizes
    recent = core.recent.ordered
    limits.add(core)
    conversations.merge(core.closedConversations)
    rankings.merge(core.closedRankings)
    survey = core.closedSurvey
    icmpRates = core.icmpRates
    arpRequests = core.arpRequests
    sample = core.sample
    protocols = core.protocols
    timeline = core.timeline
    logs = core.applications.logs.countsOnly
    arp = core.arp
    icmp = core.icmp.countsOnly
    hosts = core.hosts
    names = core.applications.serverNames
    addFlows(of: &core, isFinal: isFinal)
  }

  /// Adds what other analyzers know, each of which was added to `other`.
  package mutating func merge(_ other: SnapshotBuilder) {
    totals.merge(other.totals)
    sizes.merge(other.sizes)
    recent += other.recent
    limits.merge(other.limits)
    conversations.merge(other.conversations)
    rankings.merge(other.rankings)
    survey.merge(other.survey)
    icmpRates.merge(other.icmpRates)
    arpRequests.merge(other.arpRequests)
    sample.merge(other.sample)
    protocols.merge(other.protocols)
    timeline.merge(other.timeline)
    logs.merge(other.logs)
    arp.merge(other.arp)
    icmp.merge(other.icmp)
    let places = other.names.names.map { names.place(of: $0) }
    hosts.merge(other.hosts) { place in place >= 0 ? places[Int(place)] : -1 }
    isEmpty = false
  }

  private mutating func addFlows(of core: inout AnalyzerCore, isFinal: Bool) {
    let live = core.flows.live
    if isFinal { core.flows.dropIndex() }
    hosts.reserve(flows: live)
    // Pairs with trouble first, so that all of their flows count.
    for place in 0..<core.flows.flows.count where !core.flows.flows[place].isClosed {
      survey.prepare(core.flows.flows[place], core.connections)
    }
    var batch = FlowBatch()
    batch.reserveCapacity(Self.batchSize)
    if isFinal {
      var flows = FlowTable()
      swap(&flows, &core.flows)
      flows.drain { add($0, core, &batch) }
    } else {
      for place in 0..<core.flows.flows.count {
        add(core.flows.flows[place], core, &batch)
      }
    }
    hosts.add(batch)
  }

  private typealias FlowBatch = [(flow: Flow, isEstablished: Bool)]

  @inline(__always)
  private mutating func add(
    _ flow: Flow, _ core: borrowing AnalyzerCore, _ batch: inout FlowBatch
  ) {
    guard !flow.isClosed else { return }
    batch.append((flow, core.isEstablished(flow)))
    if batch.count == Self.batchSize {
      hosts.add(batch)
      batch.removeAll(keepingCapacity: true)
    }
    survey.add(flow, core.connections)
    conversations.add(flow) { Conversation(flow, core.connections, names) }
    rankings.add(flow, core.connections) { Conversation(flow, core.connections, names) }
  }
}
