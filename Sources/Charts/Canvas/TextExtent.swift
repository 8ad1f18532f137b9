/// The room that a piece of text takes.
package struct TextExtent: Equatable, Sendable {
  /// Of the widest line, as far as the pen moves.
  package var width: Double
  /// Of all lines, with the room that the face asks for above and below.
  package var height: Double
  /// From the top of the first line down to its baseline.
  package var baseline: Double
  package var lines: Int
}
