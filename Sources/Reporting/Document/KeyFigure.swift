/// A number that one should see first.
package struct KeyFigure: Hashable, Sendable {
  package var label: String
  package var value: String
  /// A few words that put the value into proportion.
  package var detail: String?
  /// The section that tells more, by its name.
  package var section: String?

  package init(
    _ label: String, _ value: String, detail: String? = nil, section: String? = nil
  ) {
    self.label = label
    self.value = value
    self.detail = detail
    self.section = section
  }
}
