package import Findings

/// What the formats for machines are made from: a verdict, on which captures, by which rules.
package struct JudgedCapture: Sendable {
  package var verdict: Verdict
  /// Paths of the captures as they were given; the first stands for all where a format asks for one.
  package var paths: [String]
  package var settings: FindingSettings
  /// From which severity on a finding fails; nil if none does.
  package var failOn: Severity?
  /// Of the program, as `--version` says it.
  package var version: String
  /// The folder of the report, in which evidence lies; empty where it is not known.
  package var directory: String

  package init(
    _ verdict: Verdict, paths: [String], settings: FindingSettings = FindingSettings(),
    failOn: Severity? = nil, version: String = "",
    directory: String = ""
  ) {
    self.verdict = verdict
    self.paths = paths
    self.settings = settings
    self.failOn = failOn
    self.version = version
    self.directory = directory
  }

  /// The rules that judged, in the order of the catalog.
  var rules: [any FindingRule.Type] {
    let found = Set(verdict.judgement.findings.map(\.id))
    return FindingCatalog.all.filter { settings.isOn($0) || found.contains($0.id) }
  }

  /// The file with packets of a finding, if there is one.
  func evidence(of finding: Finding) -> CapturePath? {
    finding.evidence.map { CapturePath(directory.isEmpty ? $0 : "\(directory)/\($0)") }
  }

  /// The file that a finding is about, among the captures.
  func path(of subject: FindingSubject?) -> CapturePath {
    if case .file(let name) = subject {
      return CapturePath(paths.first { $0 == name || $0.hasSuffix("/" + name) } ?? name)
    }
    return CapturePath(paths.first ?? "")
  }
}
