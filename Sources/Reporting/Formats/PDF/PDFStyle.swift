import Charts

/// Type and colour of the printed page: three sizes, two weights.
enum PDFStyle {
  static let theme = Theme.paper

  static let title = TextStyle(size: 20, weight: .semibold, color: theme.ink)
  static let heading = TextStyle(size: 12.5, weight: .semibold, color: theme.ink)
  static let body = TextStyle(size: 9, color: theme.ink)
  static let strong = TextStyle(size: 9, weight: .semibold, color: theme.ink)
  static let note = TextStyle(size: 8, color: theme.secondaryInk)
  static let noteStrong = TextStyle(size: 8, weight: .semibold, color: theme.ink)
  static let key = TextStyle(size: 12.5, weight: .semibold, color: theme.ink)
  static let link = Color(0x0A58A6)
  static let bar = Color(0xD3E3F4)
  static let warning = Color(0x8A4600)
  static let warningPaper = Color(0xFDF4E3)

  /// From baseline to baseline.
  static func leading(_ style: TextStyle) -> Double { (style.size * 1.42 * 4).rounded() / 4 }

  /// The same style for addresses, names and filters; the face runs wide.
  static func mono(_ style: TextStyle) -> TextStyle {
    var mono = style
    mono.isMonospaced = true
    mono.weight = .regular
    mono.size = style.size * 0.92
    return mono
  }
}
