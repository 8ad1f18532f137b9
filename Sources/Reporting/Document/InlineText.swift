package import Wording

/// A run of words with the few distinctions that every format can make.
///
/// Whatever is interpolated is made safe to show; literals are our own words.
package struct InlineText: Sendable {
  package struct Run: Hashable, Sendable {
    package var text: String
    package var style: Style
  }

  package enum Style: Hashable, Sendable {
    case plain
    case strong
    /// Addresses, names, filters.
    case mono
    /// In the sender's own words only, as are links.
    case emphasis
    /// With the address that it leads to, one that ``NoteLink`` lets through.
    case link(String)
    /// Leads to a section, by its name; plain where the report does not have it.
    case section(String)
    /// The path of a file of the report, which leads there where a format can.
    case file
  }

  /// What it is made of, in no language yet.
  fileprivate indirect enum Piece: Sendable {
    case run(Run)
    /// Cut to so many scalars.
    case words(Phrase, Style, limit: Int)
    /// With `{1}`, `{2}` and so on in the place of pieces.
    case message(String, [Piece])
    case text(InlineText)
  }

  fileprivate var pieces: [Piece] = []

  /// Text that is the same in every language.
  package init(_ text: String, style: Style = .plain) {
    pieces = [.run(Run(text: Self.visible(text, style), style: style))]
  }

  package init(_ phrase: Phrase, style: Style = .plain) {
    pieces = [.words(phrase, style, limit: Self.limit(style))]
  }

  fileprivate init(_ piece: Piece) { pieces = [piece] }

  /// The runs in English.
  package var runs: [Run] { runs(in: .english) }

  package var text: String { runs.map(\.text).joined() }
  package var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

  package static func + (left: InlineText, right: InlineText) -> InlineText {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }

  private static func limit(_ style: Style) -> Int {
    style == .plain ? 1_000 : SafeText.defaultLimit
  }

  private static func visible(_ text: String, _ style: Style) -> String {
    SafeText.visible(text, limit: limit(style))
  }

  /// Adds text of any length in runs that every format shows whole.
  mutating func appendLong(_ text: String, _ style: Style) {
    var run = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      // Longer words are cut, as everywhere.
      if run.unicodeScalars.count + word.unicodeScalars.count > 900 {
        appendRun(run, style)
        run = ""
      }
      run += word + " "
    }
    if !run.isEmpty { appendRun(String(run.dropLast()), style) }
  }

  private mutating func appendRun(_ text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    pieces.append(.run(Run(text: SafeText.visible(text, limit: 1_000), style: style)))
  }
}

extension InlineText {
  /// The same in the words of a language, which stay as they are from then on.
  func said(in language: Language) -> InlineText {
    var text = self
    text.pieces = runs(in: language).map(Piece.run)
    return text
  }

  private func runs(in language: Language) -> [Run] {
    var runs: [Run] = []
    for piece in pieces {
      var own: [Run] = []
      Self.add(piece, to: &own, language)
      runs += own
    }
    return runs
  }

  private static func add(_ piece: Piece, to runs: inout [Run], _ language: Language) {
    switch piece {
    case .run(let run): append(run, to: &runs)
    case .words(let phrase, let style, let limit):
      let text = SafeText.visible(language.text(phrase), limit: limit)
      append(Run(text: text, style: style), to: &runs)
    case .text(let text): runs += text.runs(in: language)
    case .message(let message, let pieces):
      for part in language.parts(of: message) {
        switch part {
        case .words(let words):
          append(Run(text: visible(String(words), .plain), style: .plain), to: &runs)
        case .place(let place) where pieces.indices.contains(place - 1):
          add(pieces[place - 1], to: &runs, language)
        case .place: break
        }
      }
    }
  }

  private static func append(_ run: Run, to runs: inout [Run]) {
    guard !run.text.isEmpty else { return }
    if runs.last?.style == run.style {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }
}

/// Texts are the same that read the same.
extension InlineText: Hashable {
  package static func == (left: InlineText, right: InlineText) -> Bool { left.runs == right.runs }

  package func hash(into hasher: inout Hasher) { hasher.combine(runs) }
}

extension InlineText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(.message(value, [])) }

  package init(stringInterpolation: Interpolation) {
    self.init(.message(stringInterpolation.message, stringInterpolation.pieces))
  }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var message = ""
    fileprivate var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { message += literal }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(.run(Run(text: SafeText.visible(value.description), style: .plain)))
    }

    package mutating func appendInterpolation(_ phrase: Phrase) {
      append(.words(phrase, .plain, limit: SafeText.defaultLimit))
    }

    package mutating func appendInterpolation(_ inline: InlineText) { append(.text(inline)) }

    package mutating func appendInterpolation(strong value: Phrase) {
      append(.words(value, .strong, limit: SafeText.defaultLimit))
    }

    package mutating func appendInterpolation(mono value: some CustomStringConvertible) {
      append(.run(Run(text: SafeText.visible(value.description), style: .mono)))
    }

    package mutating func appendInterpolation(mono value: Phrase) {
      append(.words(value, .mono, limit: SafeText.defaultLimit))
    }

    private mutating func append(_ piece: Piece) {
      pieces.append(piece)
      message += "{\(pieces.count)}"
    }
  }
}
