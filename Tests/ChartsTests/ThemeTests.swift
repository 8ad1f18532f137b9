import Charts
import Testing

#if canImport(Glibc)
  import Glibc
#endif

extension Theme: CustomTestStringConvertible {
  public var testDescription: String { name }
}

@Suite struct ThemeTests {
  @Test(arguments: [Theme.light, .dark, .paper])
  func textHasTheContrastOfAA(theme: Theme) {
    for color in [theme.ink, theme.secondaryInk, theme.note, theme.warning, theme.error] {
      #expect(contrast(color, theme.background) >= 4.5, "\(color.hex) on \(theme.name)")
    }
  }

  @Test(arguments: [Theme.light, .dark])
  func shapesStandOutFromTheBackground(theme: Theme) {
    for color in theme.series + [theme.accent] {
      #expect(contrast(color, theme.background) >= 2.99, "\(color.hex) on \(theme.name)")
    }
    #expect(contrast(theme.accent, theme.softAccent) >= 2)
  }

  @Test(arguments: [Theme.light, .dark])
  func seriesStayApartInGrey(theme: Theme) {
    let lightness = theme.series.map { 116 * cbrt(luminance($0)) - 16 }.sorted()
    for (lower, upper) in zip(lightness, lightness.dropFirst()) { #expect(upper - lower > 4) }
  }

  @Test func aColorIsWrittenAsInAStyleSheet() {
    #expect(Color(0x0A1B2C).hex == "#0a1b2c")
  }

  /// WCAG 2.2, contrast ratio.
  private func contrast(_ left: Color, _ right: Color) -> Double {
    let (first, second) = (luminance(left), luminance(right))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// WCAG 2.2, relative luminance.
  private func luminance(_ color: Color) -> Double {
    let linear = [color.red, color.green, color.blue].map {
      $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
