package import Findings
internal import Wording

/// A comparison with options, ready to become files: a pure function of both.
package struct ComparisonReport: Sendable {
  package let comparison: Comparison
  package let options: ReportOptions
  package let document: ReportDocument

  /// The formats there are.
  package static let formats: [ReportFormat] = [.html, .json, .markdown]

  package init(_ comparison: Comparison, options: ReportOptions) {
    self.comparison = comparison
    var options = options
    options.formats.formIntersection(Self.formats)
    self.options = options
    document = ComparisonLayout(comparison, options: options).document
  }

  /// One format for standard output; nil for those that are only files.
  package func standardOutput(_ format: ReportFormat) -> [UInt8]? {
    switch format {
    case .json: ComparisonJSON(comparison: comparison, options: options).bytes
    case .markdown:
      Array(MarkdownDocument(document: document, language: options.language).text.utf8)
    case .text: Array(TextDocument(document: document, language: options.language).text.utf8)
    case .html, .pdf, .png, .csv: nil
    }
  }

  /// Every file of the formats chosen, in a fixed order.
  package func files() throws -> [ReportFile] {
    var files: [ReportFile] = []
    for (format, path) in [(ReportFormat.json, Self.dataPath), (.markdown, "summary.md")]
    where options.formats.contains(format) {
      files += standardOutput(format).map { [ReportFile(path: path, bytes: $0)] } ?? []
    }
    guard options.formats.contains(.html) else { return files }
    var page = HTMLReport(document: document, options: options, tables: [])
    page.kicker = "Comparison of captures"
    page.dataPath = Self.dataPath
    return files + options.branding.files + (try page.pageFiles())
  }

  private static let dataPath = "comparison.json"
}
