package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// What is drawn in the place of a chart: the chart, or a sentence that says why there is none.
package protocol ChartContent: Sendable {
  var id: String { get }
  /// What is seen, made from the numbers: "Peak 12.4 Mbit/s at 10:32:05 UTC".
  var title: Phrase { get }
  /// What is drawn, with units and the width of bins.
  var subtitle: Phrase { get }
  /// The finding in words, for those who cannot see the picture.
  var alternativeText: Phrase { get }
  /// The size that suits it on a screen, without its heading.
  var size: Size { get }
  /// The numbers shown.
  var table: ChartTable { get }

  /// Draws what is below the heading.
  func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme)

  /// The shapes that ``draw(on:in:theme:)`` puts into the same area, with their values in words.
  func hotspots(in area: Rect, theme: Theme) -> [Hotspot]
}

extension ChartContent {
  package var size: Size { Size(1120, 300) }
  package var alternativeText: Phrase { "\(title). \(subtitle)." }
}
