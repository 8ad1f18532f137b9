import CaptureFormats
import Foundation
import Reporting
import TrafficAnalysis

/// A live report on disk, small, so that it is drawn quickly.
final class LiveDirectory {
  let url = URL.temporaryDirectory.appending(
    path: "live-\(UUID().uuidString)", directoryHint: .isDirectory)
  private let writer: ReportWriter
  var every = 1
  var ahead: Int64 = 0
  var events: String?
  /// What is shown of a generation.
  private let snapshot: (UInt64) -> Snapshot

  init(_ snapshot: @escaping (UInt64) -> Snapshot = LiveDirectory.onePacket) {
    self.snapshot = snapshot
    writer = ReportWriter(directory: url.path)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ generation: UInt64, state: LivePage.State = .running) throws {
    let now = Timestamp(nanoseconds: LiveReports.now.nanoseconds + ahead * 1_000_000_000)
    var page = LiveReports.page(generation, every: every, updated: now)
    page.state = state
    page.eventsPath = events
    let snapshot = snapshot(generation)
    let options = Reports.options { options in
      options.formats = [.html]
      options.theme = .light
    }
    let report = LiveReport(whole: snapshot, window: snapshot, options: options, page: page)
    try writer.write(report.files())
  }

  static func onePacket(_ generation: UInt64) -> Snapshot {
    var snapshot = Snapshots.onePacket
    snapshot.capture.packets = generation
    return snapshot
  }

  /// Whether a page shows a generation, as an expression in it.
  static func shows(_ generation: UInt64) -> String {
    "document.querySelector('#live')?.dataset.generation === '\(generation)'"
      + " && document.readyState === 'complete'"
  }
}
