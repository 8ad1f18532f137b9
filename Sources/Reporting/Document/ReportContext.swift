package import TrafficAnalysis

/// What a section is made from.
package struct ReportContext: Sendable {
  package let snapshot: Snapshot
  package let options: ReportOptions
  private let figures: [String: ReportFigure]

  package init(
    _ snapshot: Snapshot, options: ReportOptions, figures: [ReportFigure]
  ) {
    self.snapshot = snapshot
    self.options = options
    self.figures = Dictionary(figures.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The chart of a name as a block, or nothing where the chart has nothing to show.
  func figure(_ name: String) -> [ReportBlock] { figures[name].map { [.figure($0)] } ?? [] }

  var capture: CaptureSummary { snapshot.capture }

  var captureName: String {
    switch capture.files.count {
    case 0: "no capture"
    case 1: SafeText.visible(capture.files[0].name, limit: 80)
    case let count:
      SafeText.visible(capture.files[0].name, limit: 60) + " and \(Words.count(count - 1)) more"
    }
  }
}
