import Charts
import Testing

@Suite struct AccentTests {
  @Test(arguments: [0x000000, 0xFFFFFF, 0xFFEE00, 0x00FF00, 0x7F7F7F, 0x0000FF, 0xE30613])
  func canBeReadInBothThemes(hex: UInt32) {
    let accent = Accent(Color(hex))
    #expect(accent.light.contrast(with: Theme.light.background) >= 4.5)
    #expect(accent.dark.contrast(with: Theme.dark.background) >= 4.5)
  }

  @Test func staysAsItIsWhereItCanBeRead() {
    let accent = Accent(Color(0x0A58A6))
    #expect(accent.light == Color(0x0A58A6))
    #expect(accent.dark != accent.light)
  }

  @Test func coloursWhatIsAboutNoProtocol() {
    let theme = Theme.dark.accented(Accent(Color(0xE30613)))
    #expect(theme.accent == Accent(Color(0xE30613)).dark)
    #expect(theme.series == Theme.dark.series && theme.error == Theme.dark.error)
    #expect(Theme.light.accented(nil).accent == Theme.light.accent)
  }

  @Test func readsColoursAsPeopleWriteThem() {
    for text in ["#0a58a6", "0A58A6"] { #expect(Color(parsing: text) == Color(0x0A58A6)) }
    #expect(Color(parsing: "#05a") == Color(0x0055AA))
    for text in ["", "#", "blue", "#12345", "#1234567", "0x1234", "#12345g", "+12345", "#٣٣٣"] {
      #expect(Color(parsing: text) == nil, "\(text)")
    }
  }

  @Test func measuresContrastAsWCAGDoes() {
    #expect(abs(Color(0).contrast(with: Color(0xFFFFFF)) - 21) < 0.001)
    #expect(abs(Color(0x767676).contrast(with: Color(0xFFFFFF)) - 4.54) < 0.005)
  }
}
