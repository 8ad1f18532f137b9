import CaptureFormats
import PacketDecoding

/// Notes packets that findings will want to name.
extension AnalyzerCore {
  /// Time that goes back by more was set back (nanoseconds).
  private static let clockTolerance: Int64 = 1_000_000_000

  /// Notes what TCP analysis found in a segment; seldom called.
  mutating func noteTrouble(
    _ segment: TCPSegment, _ found: TCPAnalysis, _ place: Int, time: Int64
  ) {
    let connection = flows.flows[place].tcp
    connections.followWindow(segment, found, number: packet.number, of: connection)
    if found.hasAny(.resent) {
      see(.retransmission, time: time)
      totals.retransmissions.add(time)
      if segment.length > 0 {
        connections.followRepeat(segment, number: packet.number, of: connection)
      }
    }
    if found.contains(.zeroWindow) { see(.zeroWindow, time: time) }
    if found.contains(.ackedUnseen) { see(.ackedUnseen, time: time) }
  }

  /// Notes a segment that belongs to no connection and that no stack sends by itself: what hosts answer
  /// to it tells whether a port is open (RFC 9293 section 3.10.7.1).
  mutating func noteProbe(_ segment: TCPSegment, _ place: Int, time: Int64) {
    guard let kind = StealthProbe(segment.flags), segment.length == 0,
      flows.flows[place].history.isEmpty
    else { return }
    see(.stealthProbe, time: time, detail: kind.rawValue)
  }

  /// Counts a message of ICMP, whole or not.
  mutating func countMessage(time: Int64) {
    icmp.add(packet, time: time)
    icmpRates.add(packet, time: time)
    if packet.saysTooBig { see(.packetTooBig, time: time, detail: packet.icmpMTU) }
  }

  /// Notes a packet whose headers end where the capture of it does.
  mutating func noteCut(_ record: PacketRecord, time: Int64) {
    guard case .truncated = packet.stop, record.capturedLength < Int(record.originalLength) else {
      return
    }
    see(.cutHeaders, time: time)
  }

  /// Notes a packet that is much earlier than the one before it.
  mutating func noteReversal(_ time: Int64, after previous: Int64) {
    let (step, overflow) = previous.subtractingReportingOverflow(time)
    if overflow || step > Self.clockTolerance { see(.clockSetBack, time: time) }
  }

  mutating func see(_ kind: SightingKind, time: Int64, detail: UInt32 = 0) {
    applications.logs.sightings.add(kind, Sighting(packet, time: time, detail: detail))
  }
}
