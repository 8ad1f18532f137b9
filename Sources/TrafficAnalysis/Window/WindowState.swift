package import CaptureFormats
import PacketDecoding

/// The window as it was at one moment.
///
/// Taking it copies no table; ``snapshot(files:filter:recentPackets:)`` does the work and may run on
/// another thread.
///
/// It covers every pane that overlaps the time from `now` less the window's length to `now`: all of the
/// window, and before it up to one pane (a fifteenth of the window) more. The timeline is cut more
/// finely: it leaves out the bins that ended before the window began.
package struct WindowState: Sendable {
  private let options: WindowOptions
  private let analysis: AnalysisOptions
  /// The end of the window.
  private let now: Int64
  /// In the order of time.
  private let panes: [WindowPane]
  private let names: [String]
  private let hostNames: HostNameLog
  private let leases: LeaseLog
  private let arp: ARPTally

  init?(_ core: borrowing AnalyzerCore, now: Timestamp) {
    guard let window = core.window else { return nil }
    options = window.options
    analysis = core.options
    self.now = now.nanoseconds
    let newest = options.pane(of: now.nanoseconds)
    let oldest = options.pane(
      of: now.nanoseconds.subtractingReportingOverflow(options.length).partialValue)
    panes = window.panes.filter { oldest...max(oldest, newest) ~= $0.number }
      .sorted { $0.number < $1.number }
    names = core.applications.serverNames.names
    hostNames = core.applications.logs.hostNames
    leases = core.applications.logs.leases
    arp = core.arp
  }

  /// Packets in the window.
  package var packets: UInt64 { panes.reduce(0) { $0 + $1.accounting.read } }

  /// How many of its flows are packed, and into how many bytes.
  package var sealedFlows: (count: Int, bytes: Int) {
    panes.reduce((0, 0)) { ($0.0 + $1.flows.sealed.count, $0.1 + $1.flows.sealed.byteCount) }
  }

  /// What the window shows; its connections, DNS, HTTP and TLS stay empty.
  ///
  /// A conversation is all that came between two endpoints on the same ports, with state, application
  /// and server's name as they were at its last packet; its counts and times are those of the window.
  package func snapshot(
    files: [CaptureFileSummary] = [], filter: String? = nil, recentPackets: [RecentPacket] = []
  ) -> Snapshot {
    var result = Snapshot()
    var protocols = ProtocolTally()
    var transport = TransportTally()
    var sizes = PacketSizeTally()
    for pane in panes {
      protocols.merge(pane.protocols)
      transport.merge(pane.transport)
      sizes.merge(pane.sizes)
    }
    result.capture = capture(files, filter)
    result.protocols = protocols.nodes()
    result.transport = transport.shares()
    result.packetSizes = sizes.bins()
    result.timeline = timeline()
    let flows = addFlows(to: &result)
    let start = now.subtractingReportingOverflow(options.length).partialValue
    result.recentPackets = recentPackets.filter { start...max(start, now) ~= $0.time.nanoseconds }
    result.limits = limits(protocols, flows)
    result.addVendors(analysis.vendors)
    return result
  }

  private func capture(_ files: [CaptureFileSummary], _ filter: String?) -> CaptureSummary {
    var result = CaptureSummary(files: files, filter: filter)
    for pane in panes {
      result.bytes += pane.bytes
      result.capturedBytes += pane.capturedBytes
      result.accounting.add(pane.accounting)
    }
    result.packets = result.accounting.read
    result.setTimes(
      first: panes.map(\.firstTime).min() ?? 1, last: panes.map(\.lastTime).max() ?? 0)
    return result
  }

  private func addFlows(to snapshot: inout Snapshot) -> HostTotals {
    let merged = MergedFlows(panes.map(\.flows))
    var totals = HostTotals(options: analysis)
    var top = TopRows<Conversation>.ofConversations(limit: analysis.rowLimit)
    merged.visit { flow, isEstablished in
      totals.add(flow, isEstablished: isEstablished)
      top.add(flow) {
        let name = Int(flow.serverName)
        return Conversation(flow, nil, serverName: names.indices ~= name ? names[name] : nil)
      }
    }
    snapshot.conversations = Ranked(rows: top.sorted(), total: merged.count)
    snapshot.services = totals.services.ranked(maxRows: analysis.rowLimit)
    totals.list(
      in: &snapshot, macs: arp.claimedMACs(), names: namesOfHosts(snapshot.capture.files), analysis)
    return totals
  }

  private func namesOfHosts(_ files: [CaptureFileSummary]) -> HostNameLog {
    var names = hostNames
    leases.name(&names)
    names.add(files)
    return names
  }

  private func limits(_ protocols: ProtocolTally, _ totals: HostTotals) -> [LimitNote] {
    let notes = [
      LimitNote(
        table: "packets of flows in a part of the window", limit: analysis.maxPaneFlows,
        beyond: panes.reduce(0) { $0 + $1.flows.beyond }),
      LimitNote(table: "protocol paths", limit: ProtocolTally.limit, beyond: protocols.beyond),
    ]
    return (notes + totals.limitNotes).filter { $0.beyond > 0 }
  }
}

extension WindowState {
  /// From the first bin with a packet that reaches into the window, to the bin of `now`.
  private func timeline() -> Timeline {
    var result = Timeline()
    result.binNanoseconds = options.binLength
    let cut = bin(now.subtractingReportingOverflow(options.length).partialValue)
    let firsts = panes.lazy.filter { $0.accounting.read > 0 }.map { bin($0.firstTime) }
    guard let first = firsts.min() else { return result }
    let begin = max(first, cut)
    let end = max(begin, bin(now))
    let count = Int(end - begin) + 1
    result.start = Timestamp(
      nanoseconds: begin.multipliedReportingOverflow(by: options.binLength).partialValue)
    result.packets = series(begin, count) { $0.timeline.packets[...] }
    result.bytes = series(begin, count) { $0.timeline.bytes[...] }
    for number in Set(panes.flatMap(\.timeline.protocols)) {
      let id = ProtocolID(rawValue: UInt8(number)) ?? .none
      let bytes = series(begin, count) { pane in
        pane.timeline.protocols.contains(number) ? pane.timeline.bytes(of: number) : []
      }
      result.byProtocol.append(
        Timeline.Series(name: id == .none ? "unknown" : id.filterName, bytes: bytes))
    }
    result.byProtocol.sort {
      ($1.bytes.reduce(0, &+), $0.name) < ($0.bytes.reduce(0, &+), $1.name)
    }
    return result
  }

  private func bin(_ time: Int64) -> Int64 {
    let quotient = time / options.binLength
    return time % options.binLength < 0 ? quotient - 1 : quotient
  }

  private func series(
    _ begin: Int64, _ count: Int, _ bins: (WindowPane) -> ArraySlice<UInt64>
  ) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: count)
    for pane in panes {
      let start = pane.number * Int64(options.binsPerPane) - begin
      for (offset, value) in bins(pane).enumerated() {
        let place = Int(start) + offset
        if result.indices ~= place { result[place] += value }
      }
    }
    return result
  }
}
