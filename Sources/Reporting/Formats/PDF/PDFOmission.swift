internal import Wording

/// Something of the report that is not in its PDF.
struct PDFOmission {
  /// "Hosts with most bytes", or the title of a section.
  var what: Phrase
  /// "60 of 1,000 rows printed".
  var extent: Phrase
  /// The file that has all of it.
  var whole: InlineText
}
