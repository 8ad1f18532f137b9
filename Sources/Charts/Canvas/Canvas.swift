/// A surface to draw on, in points from its top left corner.
package protocol Canvas: ~Copyable {
  mutating func fill(_ path: Path, _ color: Color)
  mutating func stroke(_ path: Path, _ color: Color, _ line: LineStyle)

  /// Sets text at a point; where it lies around the point is in its style.
  ///
  /// Any text may be given: it is never markup, and ``PlainText`` is applied to it.
  mutating func text(_ string: String, at point: Point, _ style: TextStyle, fit: TextFit)

  /// Leaves out what is drawn outside of the rectangle, until the next ``restore()``.
  mutating func clip(to rect: Rect)
  /// Moves the origin, until the next ``restore()``.
  mutating func translate(x: Double, y: Double)
  /// Remembers clip and origin.
  mutating func save()
  /// Returns to the clip and origin of the matching ``save()``.
  mutating func restore()
}

extension Canvas where Self: ~Copyable {
  package mutating func fill(_ rect: Rect, _ color: Color) { fill(Path(rect), color) }

  package mutating func line(
    from start: Point, to end: Point, _ color: Color, _ line: LineStyle = .hairline
  ) {
    stroke(Path(line: [start, end]), color, line)
  }

  package mutating func text(_ string: String, at point: Point, _ style: TextStyle) {
    text(string, at: point, style, fit: .line)
  }
}
