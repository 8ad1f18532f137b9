/// A width and a height in points.
package struct Size: Hashable, Sendable {
  package var width: Double
  package var height: Double

  package init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }

  /// ISO 216 A4, upright.
  package static let a4 = Size(595.28, 841.89)
  /// North American Letter, upright.
  package static let letter = Size(612, 792)
}
