/// A colour of somebody's house, as it can be read in both themes.
///
/// Text of links has it, so it keeps a contrast of 4.5:1 with the page (WCAG 2.2, level AA): where the
/// colour that was asked for has less, it is darkened on light pages and lightened on dark ones, no
/// further than needed.
package struct Accent: Hashable, Sendable {
  /// 4.5, and some room for rounding to bytes and for grounds that are not quite the page's.
  private static let leastContrast = 5.0

  package let asked: Color
  package let light: Color
  package let dark: Color

  package init(_ color: Color) {
    asked = color
    light = Self.readable(color, on: Theme.light.background, towards: Color(0))
    dark = Self.readable(color, on: Theme.dark.background, towards: Color(0xFFFFFF))
  }

  package func color(isDark: Bool) -> Color { isDark ? dark : light }

  private static func readable(_ color: Color, on page: Color, towards end: Color) -> Color {
    for step in 0..<50 {
      let mixed = color.mixed(with: end, share: Double(step) / 50)
      if mixed.contrast(with: page) >= leastContrast { return mixed }
    }
    return end
  }
}

extension Theme {
  /// The same with bars and curves in another colour; what colours mean, such as protocols, stays.
  package func accented(_ accent: Accent?) -> Theme {
    guard let accent else { return self }
    var theme = self
    theme.accent = accent.color(isDark: background == Theme.dark.background)
    theme.softAccent = theme.accent.mixed(with: background, share: 0.55)
    return theme
  }
}
