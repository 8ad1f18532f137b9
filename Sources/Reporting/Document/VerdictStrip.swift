package import Findings
internal import Wording

/// What a report comes to in one sentence, which stands out from all others.
package struct VerdictStrip: Hashable, Sendable {
  package var text: InlineText
  /// How bad it is; nil where nothing is amiss.
  package var severity: Severity?

  /// A sign that needs no colour.
  var sign: String {
    severity.map { String(FindingWords.name($0).text.prefix(1)) } ?? "✓"
  }

  /// The sentence behind its sign.
  var signed: InlineText { InlineText(sign, style: .strong) + " " + text }
}
