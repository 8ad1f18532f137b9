/// The three sizes of type in a drawing, in points.
package struct TypeScale: Sendable {
  package var title: Double
  package var label: Double
  /// Axes, legends, explanations.
  package var note: Double

  package static let screen = TypeScale(title: 17, label: 13, note: 12)
  package static let paper = TypeScale(title: 10.5, label: 8, note: 7.5)
}
