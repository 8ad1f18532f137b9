internal import Wording

/// One thing that is expected of a capture.
package struct Expectation: Sendable {
  /// What becomes of the run if it is not met.
  enum Severity: String, CaseIterable, Sendable { case fail, warn }

  package let name: String
  let check: any ExpectationCheck
  let severity: Severity
  /// Why it is expected.
  package let reason: String?
  /// Where it stands in the file.
  package let line: Int?

  func result(on grounds: Grounds) -> ExpectationResult {
    let found = check.outcome(on: grounds)
    var words = [found.note, reason.map(Phrase.init(verbatim:))]
    let outcome: ExpectationResult.Outcome
    switch found.verdict {
    case .met: outcome = .passed
    case .unmet: outcome = severity == .fail ? .failed : .warned
    case .open(let doubt):
      outcome = .inconclusive
      words.insert(doubt, at: 0)
    }
    let told = words.compactMap { $0 }
    return ExpectationResult(
      name: name, expected: check.expected, measured: found.measured,
      unit: found.unit ?? check.unit, outcome: outcome,
      reason: told.isEmpty ? nil : told.joined(separator: "; "),
      packets: outcome == .passed ? [] : found.packets, subject: found.subject)
  }
}
