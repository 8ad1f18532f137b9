package import Wording

/// A piece of a section, in no format yet.
package enum ReportBlock: Sendable {
  /// What the whole report comes to.
  case verdict(VerdictStrip)
  /// The sentence a section opens with.
  case lead(InlineText)
  case paragraph(InlineText)
  case heading(Phrase, anchor: String)
  case keyFigures([KeyFigure])
  case facts([Fact])
  case table(ReportTable)
  case figure(ReportFigure)
  case note(InlineText)
  case warning(InlineText)
  case list([InlineText])
  /// A list whose order matters, numbered from 1.
  case steps([InlineText])
  /// Lines in which every space counts.
  case code([String])

  /// A term and what there is to say about it.
  package struct Fact: Hashable, Sendable {
    package var term: Phrase
    package var text: InlineText

    package init(_ term: Phrase, _ text: InlineText) {
      self.term = term.changed { SafeText.visible($0) }
      self.text = text
    }
  }
}
