import Charts

/// Type and colour of the printed page: three sizes, two weights.
enum PDFStyle {
  static let theme = Theme.paper

  static let title = TextStyle(size: 20, weight: .semibold, color: theme.ink)
  static let heading = TextStyle(size: 12.5, weight: .semibold, color: theme.ink)
  static let body = TextStyle(size: 9, color: theme.ink)
  static let strong = TextStyle(size: 9, weight: .semibold, color: theme.ink)
  static let tagline = TextStyle(size: 11, color: theme.ink)
  static let note = TextStyle(size: 8, color: theme.secondaryInk)
  static let noteStrong = TextStyle(size: 8, weight: .semibold, color: theme.ink)
  static let key = TextStyle(size: 12.5, weight: .semibold, color: theme.ink)
  static let link = Color(0x0A58A6)
  static let bar = Color(0xD3E3F4)
  static let warning = Color(0x8A4600)
  static let warningPaper = Color(0xFDF4E3)
  static let errorPaper = Color(0xFCEBEA)
  static let plainPaper = Color(0xF2F4F7)
  static let codePaper = Color(0xF5F7F9)

  /// From baseline to baseline.
  static func leading(_ style: TextStyle) -> Double { (style.size * 1.42 * 4).rounded() / 4 }

  static func face(_ run: InlineText.Style, _ style: TextStyle) -> TextStyle {
    var face = style
    switch run {
    case .plain: break
    case .mono, .file: face = mono(style)
    case .strong: face.weight = .semibold
    case .emphasis: face.isItalic = true
    case .link, .section: face.color = link
    }
    return face
  }

  /// The same style for addresses, names and filters; the face runs wide.
  static func mono(_ style: TextStyle) -> TextStyle {
    var mono = style
    mono.isMonospaced = true
    mono.weight = .regular
    mono.size = style.size * 0.92
    return mono
  }
}
