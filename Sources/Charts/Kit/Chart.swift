package import TrafficAnalysis
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// One picture of a snapshot.
///
/// To add one, write a file in Charts/Charts and name it in ``ChartCatalog``. A chart computes its
/// numbers when it is made and only places them when it is drawn; ``ChartFigure`` adds the heading.
package protocol Chart: ChartContent {
  /// Names its files, "packet-rate".
  static var id: String { get }
  /// What it draws, "Packets per second".
  static var subject: Phrase { get }
  /// Why there may be nothing to draw in a capture with packets, "No packet has a time".
  static var absence: Phrase { get }

  /// False for a chart that is left out where there is nothing to draw.
  static var isShownEmpty: Bool { get }

  /// nil if the snapshot has nothing that the chart could show.
  init?(_ snapshot: Snapshot, options: ChartOptions)
}

extension Chart {
  package var id: String { Self.id }
  package static var isShownEmpty: Bool { true }
}
