/// The whole report in no format yet: what HTML and PDF set, each in its way.
package struct ReportDocument: Sendable {
  package var title: String
  /// What the running head says.
  package var captureName: String
  /// When and how long, in one line.
  package var subtitle: String
  /// What the sender says below the title, and who that is.
  package var tagline: String?
  package var author: String?
  package var sections: [Section]
  package var skipped: [Skipped]

  package struct Section: Sendable {
    package var id: String
    package var title: String
    package var blocks: [ReportBlock]
  }

  package struct Skipped: Hashable, Sendable {
    package var section: String
    package var title: String
    package var reason: String
  }

  /// Every figure in the order of the report.
  package var figures: [ReportFigure] {
    sections.flatMap(\.blocks).compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
  }
}
