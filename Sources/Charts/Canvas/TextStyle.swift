/// How a piece of text is set: face, colour, and where it lies relative to its point.
package struct TextStyle: Hashable, Sendable {
  package enum Weight: Sendable { case regular, semibold }
  package enum Alignment: Sendable { case start, middle, end }
  /// Which height of the text lies at its point; `middle` is half the height of its capitals.
  package enum Anchor: Sendable { case top, middle, baseline }

  /// Size of the face in points.
  package var size: Double
  package var weight: Weight
  package var isMonospaced: Bool
  package var isItalic = false
  package var alignment: Alignment
  package var anchor: Anchor
  package var color: Color
  /// From baseline to baseline of wrapped text, in heights of the face's own line.
  package var lineSpacing: Double

  package init(
    size: Double, weight: Weight = .regular, isMonospaced: Bool = false,
    alignment: Alignment = .start, anchor: Anchor = .baseline, color: Color = Color(0),
    lineSpacing: Double = 1.15
  ) {
    self.size = size
    self.weight = weight
    self.isMonospaced = isMonospaced
    self.alignment = alignment
    self.anchor = anchor
    self.color = color
    self.lineSpacing = lineSpacing
  }

  /// The same face with the text lying differently.
  package func aligned(_ alignment: Alignment, _ anchor: Anchor? = nil) -> TextStyle {
    var style = self
    style.alignment = alignment
    style.anchor = anchor ?? self.anchor
    return style
  }

  package func colored(_ color: Color) -> TextStyle {
    var style = self
    style.color = color
    return style
  }
}
