import CaptureFormats
import LiveCapture
import TrafficAnalysis

/// What is known at one moment of a capture that goes on: leaves the capturing thread as a value.
struct LiveMoment: Sendable {
  /// What the analysis knew; made into a snapshot by whoever has the time.
  var builder: SnapshotBuilder
  var filter: String?
  var filteredOut: UInt64
  var window: WindowState
  var files: [CaptureFileSummary]
  var started: Timestamp
  /// When it was taken, by the clock of this machine.
  var taken: Timestamp
  /// Counts from 1.
  var generation: UInt64
  /// True for the last moment of a report: another one begins with the next.
  var closes = false
  /// True for the very last.
  var isLast = false
  var packetsPerSecond: Double = 0
  var bitsPerSecond: Double = 0
  var interfaces: [InterfaceStatus] = []
  /// Where packets were saved to.
  var saved: [String] = []
  /// What is to be known now, one sentence each.
  var notices: [String] = []

  /// Packets that nobody could take in time; nil where nobody counts.
  var dropped: UInt64? {
    guard !interfaces.isEmpty else { return nil }
    return interfaces.reduce(0) { $0 + $1.dropped + $1.droppedByInterface }
  }

  /// Everything since the start.
  func snapshot() -> Snapshot {
    builder.snapshot(files: files, filter: filter, filteredOut: filteredOut)
  }
}
