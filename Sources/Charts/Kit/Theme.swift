package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Colours and sizes of type of a drawing.
package struct Theme: Sendable {
  package var name: String
  package var background: Color
  /// For text and for marks that matter.
  package var ink: Color
  /// For what explains; still AA on the background.
  package var secondaryInk: Color
  package var grid: Color
  /// For data that is not about protocols.
  package var accent: Color
  /// Beside ``accent``, for the smaller or second part.
  package var softAccent: Color
  /// Eight colours that stay apart for colour-blind eyes and in grey.
  ///
  /// Found by search: the least distance of any two (Oklab, for normal vision and Machado's models
  /// of protanopia, deuteranopia and tritanopia) is as large as it gets while their lightnesses lie
  /// on even steps and each has a contrast of 3:1 with the background.
  package var series: [Color]
  /// For everything that is folded into "Other".
  package var other: Color
  package var note: Color
  package var warning: Color
  package var error: Color
  package var type: TypeScale
  /// Of the words that are drawn.
  package var language = Language.english

  package static let light = Theme(
    name: "light", background: Color(0xFFFFFF), ink: Color(0x1B1E23),
    secondaryInk: Color(0x5C636E), grid: Color(0xE2E4E8), accent: Color(0x3F5878),
    softAccent: Color(0x93A7C1),
    series: [
      0x4568C5, 0xB67A1A, 0x1A5333, 0xC85265, 0x5C207C, 0x0DA49F, 0x735F02, 0x942C65,
    ].map(Color.init), other: Color(0xA4A9B2), note: Color(0x3A62B8), warning: Color(0x8F5A00),
    error: Color(0xB3261E), type: .screen)

  package static let dark = Theme(
    name: "dark", background: Color(0x15181D), ink: Color(0xE9EBEE),
    secondaryInk: Color(0xA3ABB6), grid: Color(0x2D323A), accent: Color(0x9DB6D6),
    softAccent: Color(0x566B87),
    series: [
      0x638BE0, 0xFFC780, 0x477A1B, 0xB06970, 0xBBB8FF, 0x86F5EF, 0xA8A128, 0xFA8DAA,
    ].map(Color.init), other: Color(0x69717D), note: Color(0x8FB0F5), warning: Color(0xE8B04A),
    error: Color(0xFF8A80), type: .screen)

  /// The light colours with type for printed pages, each but the first hatched in its own way: a
  /// printer may have no colours.
  package static let paper: Theme = {
    var theme = light
    theme.name = "paper"
    theme.type = .paper
    for (index, hatching) in zip(theme.series.indices.dropFirst(), Hatching.allCases) {
      theme.series[index].hatching = hatching
    }
    return theme
  }()

  /// The same look with words of another language.
  package func speaking(_ language: Language) -> Theme {
    var theme = self
    theme.language = language
    return theme
  }

  package func say(_ phrase: Phrase) -> String { language.text(phrase) }

  /// The colour of a place in the palette; nil is ``other``.
  package func color(_ slot: Int?) -> Color {
    slot.map { series[$0 % series.count] } ?? other
  }
}

extension Theme {
  package var titleStyle: TextStyle {
    TextStyle(size: type.title, weight: .semibold, color: ink)
  }
  package var labelStyle: TextStyle { TextStyle(size: type.label, color: ink) }
  package var strongStyle: TextStyle {
    TextStyle(size: type.label, weight: .semibold, color: ink)
  }
  package var noteStyle: TextStyle { TextStyle(size: type.note, color: secondaryInk) }
  /// For addresses and names from packets.
  package var codeStyle: TextStyle {
    TextStyle(size: type.note, isMonospaced: true, color: ink)
  }
}
