package import Wording

/// One section of the report: decides whether there is anything to say, and says it in blocks.
package protocol ReportSection: Sendable {
  /// The anchor, the name in `skipped`.
  static var id: String { get }
  static var title: Phrase { get }
  /// Charts that stand here even where there is nothing else to say; they tell why.
  static var figures: [String] { get }

  /// Throws where the capture has nothing for the section, with the reason in words.
  init(_ context: ReportContext) throws(SectionSkipped)

  var blocks: [ReportBlock] { get }
}

extension ReportSection {
  package static var figures: [String] { [] }
}

/// Why a section is not in the report; "no DNS messages in the capture".
package struct SectionSkipped: Error, Hashable {
  package var reason: Phrase

  package init(_ reason: Phrase) { self.reason = reason }
}
