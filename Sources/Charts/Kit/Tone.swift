/// What a colour means in a chart, whichever theme it is drawn in.
package enum Tone: Hashable, Sendable {
  /// Data that is not about protocols, and its smaller or second part.
  case accent, soft
  /// What is neither good nor bad, or not known.
  case other
  /// As bad as a finding of this severity.
  case note, warning, error
  /// A place in ``Theme/series``, where more kinds are to be told apart.
  case series(Int)
}

extension Theme {
  /// The one of ink and background that has more contrast with a colour.
  func inkOn(_ color: Color) -> Color {
    ink.contrast(with: color) >= background.contrast(with: color) ? ink : background
  }

  func color(_ tone: Tone) -> Color {
    switch tone {
    case .accent: accent
    case .soft: softAccent
    case .other: other
    case .note: note
    case .warning: warning
    case .error: error
    case .series(let slot): color(slot)
    }
  }
}
