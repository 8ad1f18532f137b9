package import CaptureFormats
import PacketDecoding

/// What was added up, as a snapshot.
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
    hosts.list(in: &result, macs: arp.claimedMACs(), names: namesOfHosts(files), options)
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
    notes += hosts.limitNotes + limits.notes(options) + logs.limitNotes + survey.limitNotes
    notes += logs.security.limitNotes
    notes += [
      LimitNote(table: "ICMP rates", limit: ICMPRateTable.limit, beyond: icmpRates.beyond),
      LimitNote(table: "ARP requests", limit: ARPRequestLog.limit, beyond: arpRequests.beyond),
      LimitNote(
        table: "hosts with checksums looked at", limit: PacketSample.hostLimit,
        beyond: sample.beyond),
      LimitNote(table: "ARP claims", limit: options.maxClaims, beyond: arp.claims.beyond),
      LimitNote(table: "echo requests", limit: options.maxPending, beyond: icmp.beyond),
      LimitNote(table: "protocol paths", limit: ProtocolTally.limit, beyond: protocols.beyond),
    ]
    return notes.filter { $0.beyond > 0 }
  }
}
