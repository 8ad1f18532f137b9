/// How a line is stroked.
package struct LineStyle: Hashable, Sendable {
  package var width: Double
  /// Lengths of strokes and gaps in turn; empty for an unbroken line.
  package var dash: [Double]
  /// Round ends and corners, for data; otherwise square, for rules.
  package var isRound: Bool

  package init(_ width: Double, dash: [Double] = [], isRound: Bool = false) {
    self.width = width
    self.dash = dash
    self.isRound = isRound
  }

  package static let hairline = LineStyle(0.5)
}
