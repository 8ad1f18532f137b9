/// A run of words with the few distinctions that every format can make.
///
/// Whatever is interpolated is made safe to show; literals are our own words.
package struct InlineText: Hashable, Sendable {
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

  package private(set) var runs: [Run] = []

  package init(_ text: String, style: Style = .plain) { append(text, style) }

  package var text: String { runs.map(\.text).joined() }
  package var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

  package static func + (left: InlineText, right: InlineText) -> InlineText {
    var sum = left
    sum.runs += right.runs
    return sum
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
    runs.append(Run(text: SafeText.visible(text, limit: 1_000), style: style))
  }

  fileprivate mutating func append(_ text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    let safe = SafeText.visible(text, limit: style == .plain ? 1_000 : SafeText.defaultLimit)
    if runs.last?.style == style {
      runs[runs.count - 1].text += safe
    } else {
      runs.append(Run(text: safe, style: style))
    }
  }
}

extension InlineText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }

  package init(stringInterpolation: Interpolation) { self = stringInterpolation.text }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = InlineText("")

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { text.append(literal, .plain) }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text.append(SafeText.visible(value.description), .plain)
    }

    package mutating func appendInterpolation(_ inline: InlineText) { text = text + inline }

    package mutating func appendInterpolation(strong value: String) { text.append(value, .strong) }

    package mutating func appendInterpolation(mono value: some CustomStringConvertible) {
      text.append(value.description, .mono)
    }
  }
}
