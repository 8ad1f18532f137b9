/// What happens to text that is wider than its place.
package enum TextFit: Hashable, Sendable {
  /// One line, however long (up to the bound of ``PlainText``).
  case line
  /// One line that ends in "…" where it would be wider.
  case ellipsized(width: Double)
  /// One line with "…" in its middle: the start and the end of a name tell most.
  case middleEllipsized(width: Double)
  /// Lines broken between words, or within one that is too long; "…" after `lines` of them.
  case wrapped(width: Double, lines: Int? = nil)

  /// The width that the text is given, nil if it takes what it needs.
  package var width: Double? {
    switch self {
    case .line: nil
    case .ellipsized(let width), .middleEllipsized(let width), .wrapped(let width, _): width
    }
  }
}
