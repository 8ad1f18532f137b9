package import TrafficAnalysis

/// What is expected of captures, and which findings are known: the file behind `--expect`.
package struct ExpectationFile: Sendable {
  /// In the order of the file.
  package let expectations: [Expectation]
  package let suppressions: [Suppression]
  /// Which findings judge, and by which bounds.
  package let settings: FindingSettings

  /// A file that is larger is none that somebody wrote.
  package static let byteLimit = 1 << 20

  /// Reads YAML.
  package init(_ text: String) throws(ExpectationProblem) {
    guard text.utf8.count <= Self.byteLimit else {
      throw ExpectationProblem(line: nil, "over \(Self.byteLimit) bytes are no expectations")
    }
    let root = try ExpectationYAML.root(text)
    try root.allow(["expectations", "findings"])
    var expectations: [Expectation] = []
    for entry in try root.entries("expectations") ?? [] {
      expectations.append(try ExpectationReader.expectation(entry))
    }
    self.expectations = expectations
    guard let findings = try root.mapping("findings") else {
      suppressions = []
      settings = FindingSettings()
      return
    }
    (suppressions, settings) = try SuppressionReader.read(findings)
  }

  /// Judges a capture, without the findings that are suppressed, and says what became of each
  /// expectation. `settings` is what the command line made of those of the file; `today` is what
  /// suppressions expire by.
  package func verdict(
    on snapshot: Snapshot, settings: FindingSettings? = nil, today: CalendarDate
  ) -> ExpectationVerdict {
    let judged = SuppressedJudgement(
      snapshot, settings: settings ?? self.settings, suppressions: suppressions, today: today)
    let grounds = Grounds(snapshot, judged.judgement)
    return ExpectationVerdict(
      results: expectations.map { $0.result(on: grounds) } + judged.expired.map(\.expiredResult),
      judged: judged)
  }
}
