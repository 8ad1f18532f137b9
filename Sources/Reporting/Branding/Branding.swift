package import Charts

/// What makes a report somebody's own.
package struct Branding: Sendable {
  /// A line below the title.
  package var subtitle: String?
  package var author: String?
  package var logo: Logo?
  package var accent: Accent?
  package var note: ReportNote?

  package init() {}

  /// Where the logo lies beside a page.
  static let logoPath = "charts/logo.png"

  /// The logo as a file of a page, if there is one.
  var files: [ReportFile] {
    logo.map { [ReportFile(path: Self.logoPath, bytes: $0.png)] } ?? []
  }

  var tagline: String? { subtitle.map { SafeText.visible($0, limit: 200) } }
  var byline: String? { author.map { SafeText.visible($0, limit: 120) } }
}

extension ReportDocument {
  /// The document with a title page and a note of somebody's own; the note comes after the summary.
  func branded(_ branding: Branding) -> ReportDocument {
    var document = self
    document.tagline = branding.tagline
    document.author = branding.byline
    if let note = branding.note {
      document.sections.insert(note.section, at: min(1, document.sections.count))
    }
    return document
  }
}
