import CaptureFormats
import PacketDecoding

/// Notes packets that findings will want to name.
extension AnalyzerCore {
  /// Time that goes back by more was set back (nanoseconds).
  private static let clockTolerance: Int64 = 1_000_000_000

  /// Notes what TCP analysis found in a segment; seldom called.
  mutating func noteTrouble(_ segment: TCPSegment, _ found: TCPAnalysis, time: Int64) {
    if found.hasAny(.resent) { see(.retransmission, time: time) }
    if found.contains(.zeroWindow) { see(.zeroWindow, time: time) }
    if found.contains(.ackedUnseen) { see(.ackedUnseen, time: time) }
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
