package import CaptureFormats
import PacketDecoding

/// Decodes packets and adds them up; one owner, one thread.
///
/// Several analyzers can share a capture: each is given every block and keeps the packets whose innermost
/// pair of addresses falls to it, so that nothing is counted twice and merging is a sum.
package final class TrafficAnalyzer {
  var core: AnalyzerCore

  /// Analyzer number `index` of `count`; with `window`, the last while is kept apart, too.
  package init(
    options: AnalysisOptions = AnalysisOptions(), index: Int = 0, count: Int = 1,
    window: WindowOptions? = nil
  ) {
    core = AnalyzerCore(options: options, index: index, count: count, window: window)
  }

  package func consume(_ block: PacketBlock) {
    core.consume(block)
  }

  /// The packets since the last time, oldest first; with no limit on recent packets, all of them.
  package func takeRecentPackets() -> [RecentPacket] {
    core.recent.takeAll().map { RecentPacket($0.entry, info: $0.info) }
  }

  /// The DNS transactions that ended since the last time; with no limit on them, all.
  package func takeDNSTransactions() -> [DNSTransaction] {
    core.applications.logs.dns.takeTransactions()
  }

  /// The HTTP transactions that ended since the last time, where the options say so.
  package func takeTransactions() -> [HTTPTransaction] {
    core.applications.logs.http.transactions.takeAll()
  }

  /// Ends what waits for more packets, because none will come.
  package func finish() {
    core.drainFragments()
    core.endStreams()
    core.applications.logs.dns.finish()
  }

  /// The last while up to `now`, for which ``latestTime`` is a good choice; nil where none is kept.
  package func windowState(now: Timestamp) -> WindowState? { WindowState(core, now: now) }

  /// The time of the latest packet that came, which need not be the latest time.
  package var latestTime: Timestamp? {
    packets == 0 || core.previousTime == .min ? nil : Timestamp(nanoseconds: core.previousTime)
  }

  /// Packets that were analysed by this analyzer.
  package var packets: UInt64 { core.totals.accounting.read }
}

/// The analyzer's state, apart from the class so that the hot path works on one exclusive value.
struct AnalyzerCore: ~Copyable {
  let options: AnalysisOptions
  let index: Int
  let count: Int
  var packet = DecodedPacket()
  private(set) var previousTime = Int64.min

  var totals = AnalyzerTotals()
  var protocols = ProtocolTally()
  var timeline = TimelineBuilder()
  var sizes = PacketSizeTally()
  var flows = FlowTable()
  var connections: TCPTable
  var fragments: FragmentTable
  lazy var inflater = DatagramInflater()
  var applications: ApplicationLayer
  var arp: ARPTally
  var icmp: ICMPTally
  var icmpRates = ICMPRateTable()
  var arpRequests = ARPRequestLog()
  var sample = PacketSample()
  var recent: RecentRing
  /// What closed flows add up to.
  var hosts: HostTotals
  /// The biggest of the closed flows.
  var closedConversations: TopRows<Conversation>
  /// Those of the closed connections that had most trouble.
  var closedRankings: TCPRankings
  /// What these tell of services and hosts.
  var closedSurvey = FlowSurvey()
  /// The place behind which idle flows are looked for next.
  var closingPlace = -1
  /// The last while, if it is kept.
  var window: TrafficWindow?
  private let sharing = FastHash()

  init(options: AnalysisOptions, index: Int, count: Int, window: WindowOptions? = nil) {
    let options = options.shared(among: count)
    self.options = options
    self.index = index
    self.count = count
    connections = TCPTable(options: options)
    fragments = FragmentTable(
      limit: options.maxFragments, byteLimit: options.maxFragmentBytes)
    applications = ApplicationLayer(options: options)
    arp = ARPTally(claimLimit: options.maxClaims)
    icmp = ICMPTally(echoLimit: options.maxPending)
    recent = RecentRing(limit: options.recentPackets)
    hosts = HostTotals(options: options)
    // Without a limit on rows, there is one on those that outlive their flow.
    closedConversations = .ofConversations(limit: min(options.rowLimit, 100_000))
    closedRankings = TCPRankings(limit: options.rowLimit)
    self.window = window.map { TrafficWindow(options: $0, maxFlows: options.maxPaneFlows) }
  }

  mutating func consume(_ block: PacketBlock) {
    let bytes = block.bytes
    let span = bytes.rawSpan
    let records = block.records
    for record in records {
      add(record, span.extracting(record.frame))
    }
  }

  @inline(__always)
  private mutating func add(_ record: PacketRecord, _ frame: RawSpan) {
    let before = previousTime
    let reversed = record.time.nanoseconds < before
    if record.hasTime { previousTime = record.time.nanoseconds }
    if count > 1, record.linkType.rawValue == 1, let pair = PlainFrame.addressPair(of: frame),
      share(high: pair.high, low: pair.low) != index
    {
      return
    }
    packet.number = record.number
    packet.decode(
      frame, wireLength: max(Int(record.originalLength), frame.byteCount),
      linkType: record.linkType.rawValue)
    // Without a time of its own a packet belongs to the moment of the one before.
    let time = record.hasTime ? record.time.nanoseconds : max(previousTime, 0)
    if reversed, record.hasTime, isOwn { noteReversal(time, after: before) }
    if packet.isFragment {
      addFragment(record, frame, time: time, reversed: reversed)
    } else if isOwn {
      account(record, frame, time: time, reversed: reversed)
    }
  }

  /// True if the packet's innermost addresses fall to this analyzer.
  @inline(__always)
  var isOwn: Bool { count == 1 || share(packet.source, packet.destination) == index }

  /// Counts a packet that is this analyzer's, or the part of a datagram that nothing more is known of.
  @inline(__always)
  mutating func account(_ record: PacketRecord, _ frame: RawSpan, time: Int64, reversed: Bool) {
    if reversed, record.hasTime { totals.timeReversals &+= 1 }
    countTotals(record)
    if packet.stop != nil { noteCut(record, time: time) }
    if packet.destinationMAC.rawValue == 0xFFFF_FFFF_FFFF {
      applications.logs.links.addBroadcast(number: packet.number, time: time)
    }
    var outcome = PacketOutcome(path: packet.path, unknown: packet.unknown)
    if packet.ipVersion != 0 {
      if PacketSample.has(record.number) {
        sample.add(
          packet, frame, isWhole: record.capturedLength >= Int(record.originalLength))
      }
      if !packet.isFragment { countFlow(record, frame, time: time, &outcome) }
      totals.transport.add(packet.ipProtocol, bytes: UInt64(record.originalLength))
    } else {
      noteLink(frame, time: time)
      totals.transport.add(nil, bytes: UInt64(record.originalLength))
    }
    outcome.addApplication()
    let quoting = packet.quoted.count > 0 ? quotingPath(outcome.path, frame) : outcome.path
    protocols.add(quoting, unknown: outcome.unknown, bytes: UInt64(record.originalLength))
    if record.hasTime {
      timeline.add(
        record.time, bytes: UInt64(record.originalLength), protocol: outcome.path.lastNumber)
    }
    sizes.add(record.originalLength)
    if window != nil { addToWindow(record, time: time, path: quoting, outcome) }
    remember(record, time: time, outcome)
  }

  /// The analyzer that a pair of addresses falls to, in either direction.
  @inline(__always)
  func share(_ source: IPAddress, _ destination: IPAddress) -> Int {
    share(high: source.high ^ destination.high, low: source.low ^ destination.low)
  }

  @inline(__always)
  private func share(high: UInt64, low: UInt64) -> Int {
    // As good as a remainder, and cheaper.
    Int(truncatingIfNeeded: sharing(high, low).multipliedFullWidth(by: UInt64(count)).high)
  }

  @inline(__always)
  private mutating func countTotals(_ record: PacketRecord) {
    totals.accounting.read &+= 1
    if packet.stop != nil {
      totals.accounting.malformed &+= 1
    } else if !packet.unknown.isNone {
      totals.accounting.undecoded &+= 1
    } else {
      totals.accounting.decoded &+= 1
    }
    totals.bytes &+= UInt64(record.originalLength)
    totals.capturedBytes &+= UInt64(record.capturedLength)
    guard record.hasTime else { return }
    totals.firstTime = min(totals.firstTime, record.time.nanoseconds)
    totals.lastTime = max(totals.lastTime, record.time.nanoseconds)
  }

  @inline(__always)
  private mutating func remember(
    _ record: PacketRecord, time: Int64, _ outcome: PacketOutcome
  ) {
    guard recent.limit > 0 else { return }
    var version = packet.ipVersion
    var (source, destination) = (packet.source, packet.destination)
    if version == 0 {
      if let header = packet.arp, header.hasAddresses {
        version = 4
        (source, destination) = (header.senderAddress, header.targetAddress)
      } else {
        source = IPAddress(high: 0, low: packet.sourceMAC.rawValue)
        destination = IPAddress(high: 0, low: packet.destinationMAC.rawValue)
      }
    }
    recent.add(
      RecentRing.Entry(
        number: record.number, time: Timestamp(nanoseconds: time), length: record.originalLength,
        payloadLength: UInt32(truncatingIfNeeded: packet.wirePayloadLength),
        sourceHigh: source.high, sourceLow: source.low, destinationHigh: destination.high,
        destinationLow: destination.low, sourcePort: packet.sourcePort,
        destinationPort: packet.destinationPort, deepest: outcome.path.last,
        transport: packet.transport, addressVersion: version,
        tcpFlags: packet.tcp.flags.rawValue, window: packet.tcp.window,
        analysis: outcome.analysis, icmpType: packet.icmpType, icmpCode: packet.icmpCode,
        unknown: outcome.unknown), info: applications.takeInfo())
  }
}

/// What analysis adds to a decoded packet.
struct PacketOutcome: BitwiseCopyable {
  var path: ProtocolPath
  var unknown: UnknownProtocol
  var application = ProtocolID.none
  /// What the application carries in turn.
  var inner = ProtocolPath()
  var isInsideHTTP = false
  var analysis = TCPAnalysis()

  @inline(__always)
  mutating func take(_ finding: ApplicationLayer.Finding) {
    application = finding.application
    inner = finding.inner
    isInsideHTTP = finding.isInsideHTTP
  }

  /// Ends the path in the application, behind what carries it.
  @inline(__always)
  mutating func addApplication() {
    if application.isNone, !isInsideHTTP, inner.count == 0 { return }
    if path.lastNumber != application.rawValue {
      let carriers = ApplicationCatalog.carriers(of: application)
      if isInsideHTTP {
        path.append(.http)
      } else if carriers.count > 0 {
        path = path.appending(carriers)
      }
      if !application.isNone { path.append(application) }
    }
    if inner.count > 0 { path = path.appending(inner) }
  }
}

// MARK: - Flows

extension AnalyzerCore {
  @inline(__always)
  private mutating func countFlow(
    _ record: PacketRecord, _ frame: RawSpan, time: Int64, _ outcome: inout PacketOutcome
  ) {
    let place = flow(sourcePort: packet.sourcePort, destinationPort: packet.destinationPort, time)
    let fromLow = isFromLow(place)
    let print = print(frame, fromLow: fromLow)
    let isCopy = Self.count(
      &flows.flows[place], fromLow: fromLow, record.originalLength, time: time, print)
    if isCopy { see(.duplicateFrame, time: time) }
    switch packet.transport {
    case .tcp where packet.stop == nil:
      countSegment(place, fromLow: fromLow, frame, time: time, &outcome)
    case .udp where packet.stop == nil:
      let fromClient = flows.flows[place].clientIsLow == fromLow
      let content = PacketContent(packet)
      let finding =
        packet.udpTunnel.isNone
        ? applications.datagram(
          content, frame, flow: &flows.flows[place], place: place, fromClient: fromClient,
          time: time)
        : applications.tunneled(
          content, frame, deepest: packet.path.last, flow: &flows.flows[place], time: time)
      outcome.take(finding)
      noteDatagram(place, fromLow: fromLow)
    case .icmp: countMessage(time: time)
    case .icmpv6:
      countMessage(time: time)
      noteNeighbor(frame, time: time)
    default: noteDatagram(place, fromLow: fromLow)
    }
    if window != nil { addToWindow(place, fromLow: fromLow, record.originalLength, time: time) }
  }

  @inline(__always)
  private mutating func noteDatagram(_ place: Int, fromLow: Bool) {
    let fromClient = flows.flows[place].clientIsLow == fromLow
    flows.flows[place].history.note(.data, fromClient: fromClient)
  }

  /// Finds the packet's flow, or begins it.
  @inline(__always)
  mutating func flow(sourcePort: UInt16, destinationPort: UInt16, _ time: Int64) -> Int {
    var (key, fromLow) = FlowKey.of(
      packet, sourcePort: sourcePort, destinationPort: destinationPort)
    if packet.transport.isNone, TransportName.hasPorts(packet.ipProtocol) {
      key.rest |= FlowKey.portlessBit
    }
    let value = flows.hashValue(key)
    let known = flows.find(key, value)
    if let known, !beginsAnew(known, fromLow: fromLow) { return known }
    return begin(key, value, fromLow: fromLow, replacing: known, time)
  }

  /// A SYN with another initial sequence number begins another connection (as in Wireshark).
  @inline(__always)
  private func beginsAnew(_ place: Int, fromLow: Bool) -> Bool {
    guard packet.transport.isTCP, packet.tcp.flags.contains(.syn),
      !packet.tcp.flags.contains(.ack), packet.stop == nil
    else { return false }
    let connection = flows.flows[place].tcp
    guard connection >= 0 else { return false }
    let sender =
      fromLow ? connections[Int(connection)].low : connections[Int(connection)].high
    return sender.marks.contains(.hasBase) && sender.base != packet.tcp.sequence
  }

  private mutating func begin(
    _ key: FlowKey, _ value: UInt64, fromLow: Bool, replacing known: Int?, _ time: Int64
  ) -> Int {
    if flows.live >= options.maxFlows { closeIdleFlows(now: time) }
    var flow = Flow(
      key: key, time: time, number: packet.number, clientIsLow: clientIsLow(key, fromLow: fromLow))
    if packet.transport.isTCP, packet.stop == nil {
      flow.tcp = openConnection()
    }
    // What closing freed may have been the flow that this one replaces.
    let old = known.flatMap { flows.find(key, value) == $0 ? $0 : nil }
    return flows.insert(flow, value, replacing: old)
  }

  /// A new record of a connection.
  mutating func openConnection() -> Int32 {
    totals.tcp.connections += 1
    return connections.open()
  }

  /// The sender of a SYN is the client; else the first sender, unless only its port is a service.
  private func clientIsLow(_ key: FlowKey, fromLow: Bool) -> Bool {
    if packet.transport.isTCP, packet.tcp.flags.contains(.syn) {
      return packet.tcp.flags.contains(.ack) ? !fromLow : fromLow
    }
    let low = KnownPorts.isService(key.lowPort, ipProtocol: key.ipProtocol)
    let high = KnownPorts.isService(key.highPort, ipProtocol: key.ipProtocol)
    return low == high ? fromLow : high
  }

  @inline(__always)
  func isFromLow(_ place: Int) -> Bool {
    let key = flows.flows[place].key
    let source = packet.source
    guard key.lowHigh == key.highHigh, key.lowLow == key.highLow else {
      return source.high == key.lowHigh && source.low == key.lowLow
    }
    return key.lowPort == packet.sourcePort
  }

  /// Adds a packet to its flow; true if it is a copy of the one before.
  @inline(__always)
  private static func count(
    _ flow: inout Flow, fromLow: Bool, _ length: UInt32, time: Int64, _ print: PacketPrint
  ) -> Bool {
    let isCopy = print == flow.print && print.isCopy(of: flow.lastTime, time)
    flow.print = print
    if fromLow { flow.fromLow.add(bytes: length) } else { flow.fromHigh.add(bytes: length) }
    flow.firstTime = min(flow.firstTime, time)
    flow.lastTime = max(flow.lastTime, time)
    return isCopy
  }
}
