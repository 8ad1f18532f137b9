/// A term of art and what it means, for those who do not know it.
struct GlossaryEntry: Sendable {
  let term: String
  /// Other words for the same, such as an abbreviation's long form.
  let others: [String]
  let text: String
  /// Whether it is explained on hover wherever it heads something; plain words would be a nuisance.
  let isMarked: Bool

  /// A term that looks like a word that everybody knows.
  static func plain(_ term: String, _ text: String) -> GlossaryEntry {
    GlossaryEntry(term: term, others: [], text: text, isMarked: false)
  }

  static func marked(_ term: String, _ others: String..., text: String) -> GlossaryEntry {
    GlossaryEntry(term: term, others: others, text: text, isMarked: true)
  }
}
