/// Whether pages are light or dark; paper is always light.
package enum ReportTheme: String, CaseIterable, Sendable {
  case light
  case dark
  /// As the reader's machine is set.
  case auto
}
