package import Wording

/// The whole report in no format yet: what HTML and PDF set, each in its way.
package struct ReportDocument: Sendable {
  package var title: Phrase
  /// What the running head says.
  package var captureName: Phrase
  /// When and how long, in one line.
  package var subtitle: Phrase
  /// What the sender says below the title, and who that is.
  package var tagline: String?
  package var author: String?
  package var sections: [Section]
  package var skipped: [Skipped]

  package struct Section: Sendable {
    package var id: String
    package var title: Phrase
    package var blocks: [ReportBlock]
  }

  package struct Skipped: Hashable, Sendable {
    package var section: String
    package var title: Phrase
    package var reason: Phrase
  }

  /// Every figure in the order of the report.
  package var figures: [ReportFigure] {
    sections.flatMap(\.blocks).compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
  }
}
