package import TrafficAnalysis

/// Expectations that good captures meet, as a file to be read and changed.
package struct LearnedExpectations: Sendable {
  /// YAML in the language of ``ExpectationFile``.
  package let text: String

  package init(snapshots: [Snapshot]) {
    let grounds = snapshots.map { Grounds($0, Judgement($0)) }
    let entries =
      LearnedSet.all.map { $0.text(snapshots) } + LearnedBand.all.map { $0.text(grounds) }
    let written = entries.filter { !$0.isEmpty }
    let hasAny = written.contains { $0.contains("- name:") }
    text =
      Self.head(snapshots.count) + Self.doubts(grounds)
      + (hasAny ? "expectations:\n" : "expectations: []\n") + written.joined(separator: "\n")
      + Self.tail
  }

  private static func head(_ count: Int) -> String {
    """
    # Expectations learnt from \(count) \(count == 1 ? "capture" : "captures") by 'packetpress learn'.
    #
    # Read it before you use it: what these captures did not show is not expected, and what was wrong in
    # them is taken for right. Lists take networks (10.0.0.0/8) and names with * ("*.example.org").
    # An expectation with 'severity: warn' does not fail the run; 'reason:' says why it is there.


    """
  }

  /// Captures that cannot tell are no good ones to learn from.
  private static func doubts(_ grounds: [Grounds]) -> String {
    let lines = grounds.enumerated().flatMap { index, grounds in
      Shortfall.allCases.filter { grounds.shortfalls.contains($0) }.map {
        "#   capture \(index + 1): \($0.reason)\n"
      }
    }
    guard !lines.isEmpty else { return "" }
    return "# These captures leave doubts, and may be inconclusive themselves:\n"
      + lines.joined() + "\n"
  }

  private static let tail = """

    # Findings that are known and shall not be told again, each with its reason:
    # findings:
    #   suppress:
    #     - id: tcp-service-refused
    #       subject: "192.0.2.7:8080/tcp"
    #       reason: switched off on purpose
    #       until: 2030-01-31

    """
}
