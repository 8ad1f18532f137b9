internal import Wording

/// A term of art and what it means, for those who do not know it.
struct GlossaryEntry: Sendable {
  let term: Phrase
  /// Other words for the same, such as an abbreviation's long form.
  let others: [Phrase]
  let text: Phrase
  /// Whether it is explained on hover wherever it heads something; plain words would be a nuisance.
  let isMarked: Bool

  /// A term that looks like a word that everybody knows.
  static func plain(_ term: Phrase, _ text: Phrase) -> GlossaryEntry {
    GlossaryEntry(term: term, others: [], text: text, isMarked: false)
  }

  static func marked(_ term: Phrase, _ others: Phrase..., text: Phrase) -> GlossaryEntry {
    GlossaryEntry(term: term, others: others, text: text, isMarked: true)
  }

  func said(in language: Language) -> GlossaryEntry {
    GlossaryEntry(
      term: term.said(in: language), others: others.map { $0.said(in: language) },
      text: text.said(in: language), isMarked: isMarked)
  }
}
