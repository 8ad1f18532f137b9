import CaptureFormats
import PacketDecoding

/// Sums over packets and over flows that are closed; they only grow.
struct AnalyzerTotals: Sendable {
  var accounting = Accounting()
  var bytes: UInt64 = 0
  var capturedBytes: UInt64 = 0
  var firstTime = Int64.max
  var lastTime = Int64.min
  var timeReversals: UInt64 = 0
  var transport = TransportTally()
  var tcp = TCPSummary()
  /// Whole handshakes, and their halves on either side of the capture.
  var handshakes = QuantileSketch()
  var handshakesToServer = QuantileSketch()
  var handshakesToClient = QuantileSketch()
  /// From segments with payload to their ACKs.
  var dataRoundTrips = QuantileSketch()
  /// When segments were sent again.
  var retransmissions = TimelineBuilder()
  var closedFlows: UInt64 = 0
  var fragments = FragmentSummary()

  mutating func merge(_ other: AnalyzerTotals) {
    bytes += other.bytes
    capturedBytes += other.capturedBytes
    firstTime = min(firstTime, other.firstTime)
    lastTime = max(lastTime, other.lastTime)
    timeReversals += other.timeReversals
    transport.merge(other.transport)
    accounting.add(other.accounting)
    tcp.merge(other.tcp)
    handshakes.merge(other.handshakes)
    handshakesToServer.merge(other.handshakesToServer)
    handshakesToClient.merge(other.handshakesToClient)
    dataRoundTrips.merge(other.dataRoundTrips)
    retransmissions.merge(other.retransmissions)
    closedFlows += other.closedFlows
    fragments.merge(other.fragments)
  }
}

extension TCPSummary {
  @inline(__always)
  mutating func count(_ segment: TCPSegment, _ found: TCPAnalysis) {
    packets &+= 1
    payloadBytes &+= UInt64(segment.length)
    if segment.isACK { flags.ack &+= 1 }
    if segment.isPSH { flags.psh &+= 1 }
    if segment.isRare { countRare(segment.flags, fromClient: segment.fromClient) }
    if found.rawValue != 0 { countFound(found) }
  }

  private mutating func countRare(_ set: TCPFlags, fromClient: Bool) {
    if set.contains(.syn) {
      flags.syn += 1
      if set.contains(.ack) { flags.synACK += 1 }
    }
    if set.contains(.fin) { flags.fin += 1 }
    if set.contains(.rst) {
      flags.rst += 1
      resets += 1
      if fromClient { resetsByClient += 1 }
    }
    if set.contains(.urg) { flags.urg += 1 }
    if set.contains(.ece) { flags.ece += 1 }
    if set.contains(.cwr) { flags.cwr += 1 }
  }

  private mutating func countFound(_ found: TCPAnalysis) {
    // As in Wireshark, the two special kinds are retransmissions, too.
    if found.hasAny(.resent) { retransmissions += 1 }
    if found.contains(.fastRetransmission) { fastRetransmissions += 1 }
    if found.contains(.spuriousRetransmission) { spuriousRetransmissions += 1 }
    if found.contains(.outOfOrder) { outOfOrder += 1 }
    if found.contains(.duplicateACK) { duplicateACKs += 1 }
    if found.contains(.lostSegment) { lostSegments += 1 }
    if found.contains(.ackedUnseen) { ackedUnseenSegments += 1 }
    if found.contains(.zeroWindow) { zeroWindows += 1 }
    if found.contains(.zeroWindowProbe) { zeroWindowProbes += 1 }
    if found.contains(.zeroWindowProbeACK) { zeroWindowProbeACKs += 1 }
    if found.contains(.windowFull) { windowFull += 1 }
    if found.contains(.windowUpdate) { windowUpdates += 1 }
    if found.contains(.keepAlive) { keepAlives += 1 }
    if found.contains(.keepAliveACK) { keepAliveACKs += 1 }
  }

  mutating func merge(_ other: TCPSummary) {
    packets += other.packets
    connections += other.connections
    established += other.established
    retransmissions += other.retransmissions
    fastRetransmissions += other.fastRetransmissions
    spuriousRetransmissions += other.spuriousRetransmissions
    outOfOrder += other.outOfOrder
    duplicateACKs += other.duplicateACKs
    lostSegments += other.lostSegments
    ackedUnseenSegments += other.ackedUnseenSegments
    zeroWindows += other.zeroWindows
    zeroWindowProbes += other.zeroWindowProbes
    zeroWindowProbeACKs += other.zeroWindowProbeACKs
    windowFull += other.windowFull
    windowUpdates += other.windowUpdates
    keepAlives += other.keepAlives
    keepAliveACKs += other.keepAliveACKs
    resets += other.resets
    resetsByClient += other.resetsByClient
    payloadBytes += other.payloadBytes
    retransmittedBytes += other.retransmittedBytes
    sackBlocks += other.sackBlocks
    flags.syn += other.flags.syn
    flags.synACK += other.flags.synACK
    flags.fin += other.flags.fin
    flags.rst += other.flags.rst
    flags.psh += other.flags.psh
    flags.ack += other.flags.ack
    flags.urg += other.flags.urg
    flags.ece += other.flags.ece
    flags.cwr += other.flags.cwr
  }
}
