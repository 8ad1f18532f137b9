import CaptureFormats
import Charts
package import Findings
import PacketDecoding
package import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What a section is made from.
package struct ReportContext: Sendable {
  package let snapshot: Snapshot
  package let verdict: Verdict
  package let options: ReportOptions
  private let figures: [String: ReportFigure]
  /// What hosts are called, as far as they are in a table.
  private let hostNames: [IPAddress: String]

  package init(
    _ snapshot: Snapshot, verdict: Verdict = Verdict(), options: ReportOptions,
    figures: [ReportFigure]
  ) {
    self.snapshot = snapshot
    self.verdict = verdict
    self.options = options
    hostNames = Dictionary(
      snapshot.hosts.rows.compactMap { host in host.names.first.map { (host.address, $0.name) } }
    ) { first, _ in first }
    self.figures = Dictionary(figures.map { ($0.name, $0) }) { first, _ in first }
  }

  var judgement: Judgement { verdict.judgement }

  /// The chart of a name as a block.
  func figure(_ name: String, csv: String? = nil) -> [ReportBlock] {
    guard var figure = figures[name] else { return [] }
    figure.csv = csv
    return [.figure(figure)]
  }

  /// The name of an address that says most, if there is one.
  func name(of address: IPAddress) -> String? { hostNames[address] }

  var capture: CaptureSummary { snapshot.capture }

  /// "the last 15 min" where the report is about no more than that.
  var window: Phrase? {
    options.live.flatMap { live -> Phrase? in
      live.view == .window ? "the last \(live.windowText)" : nil
    }
  }

  var captureName: Phrase {
    if let live = options.live {
      return Phrase(verbatim: SafeText.visible(live.source, limit: 80))
    }
    return nameOfFiles
  }

  private var nameOfFiles: Phrase {
    switch capture.files.count {
    case 0: "No capture"
    case 1: "\(SafeText.visible(capture.files[0].name, limit: 80))"
    case let count:
      "\(SafeText.visible(capture.files[0].name, limit: 60)) and \(Words.count(count - 1)) more"
    }
  }
}

extension ReportContext {
  /// "1 May 2024, 10:32:05 UTC" in the time zone of the report.
  func time(_ time: Timestamp, precise: Bool = false) -> String {
    options.clock.dateTime(time, fractionDigits: precise ? 9 : 0)
  }

  /// "10:32:05.123456".
  func clock(_ time: Timestamp) -> String { options.clock.time(time, fractionDigits: 6) }
}
