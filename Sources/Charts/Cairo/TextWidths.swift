internal import Synchronization

/// Widths of texts that were measured before.
///
/// Laying out a word takes Pango some ten microseconds, and a report asks for the same ones again and
/// again: where columns are found and where they are filled, on every page, in every table and theme.
final class TextWidths: Sendable {
  static let shared = TextWidths()

  /// A report has some thousand words; a live one that goes on for days has more than are kept.
  private static let limit = 8_192
  /// Long texts come once.
  private static let longest = 160

  /// What a width depends on.
  private struct Key: Hashable {
    var text: String
    var size: Double
    var weight: TextStyle.Weight
    var isMonospaced: Bool
    var isItalic: Bool
  }

  private let widths = Mutex<[Key: Double]>([:])

  func width(of text: String, _ style: TextStyle) -> Double {
    guard text.utf8.count <= Self.longest else { return style.extent(of: text).width }
    let key = Key(
      text: text, size: style.size, weight: style.weight, isMonospaced: style.isMonospaced,
      isItalic: style.isItalic)
    if let known = widths.withLock({ $0[key] }) { return known }
    let width = style.extent(of: text).width
    widths.withLock { widths in
      if widths.count >= Self.limit { widths.removeAll(keepingCapacity: true) }
      widths[key] = width
    }
    return width
  }
}
