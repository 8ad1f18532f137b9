package import Wording

/// A number that one should see first.
package struct KeyFigure: Hashable, Sendable {
  package var label: Phrase
  package var value: Phrase
  /// A few words that put the value into proportion.
  package var detail: Phrase?
  /// The section that tells more, by its name.
  package var section: String?

  package init(
    _ label: Phrase, _ value: Phrase, detail: Phrase? = nil, section: String? = nil
  ) {
    self.label = label
    self.value = value
    self.detail = detail
    self.section = section
  }

  /// With a number or a name, which is the same in every language.
  package init(
    _ label: Phrase, _ value: String, detail: Phrase? = nil, section: String? = nil
  ) {
    self.init(label, Phrase(verbatim: value), detail: detail, section: section)
  }
}
