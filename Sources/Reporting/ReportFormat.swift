/// An output format; a new one is registered here and in ``Report``.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case html
  case pdf
  case png
  case json
  case csv
  case markdown = "md"
  /// For a terminal; written to standard output only.
  case text

  /// What `--format` takes, all of them by default.
  package static let files: [ReportFormat] = [.html, .pdf, .png, .json, .csv, .markdown]
  /// What `--stdout` takes.
  package static let standardOutput: [ReportFormat] = [.json, .markdown, .text]

  /// True if it shows the report on one screen only: it lists no packets.
  package var isDigest: Bool { self == .markdown || self == .text }
}
