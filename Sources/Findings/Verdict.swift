/// What rules and expectations say of a capture, taken together.
package struct Verdict: Sendable {
  package var judgement: Judgement
  package var expectations: [ExpectationResult]

  package init(judgement: Judgement = Judgement(), expectations: [ExpectationResult] = []) {
    self.judgement = judgement
    self.expectations = expectations
  }

  /// 0 passed; 1 if an expectation failed, or a finding is at least as bad as `level`; 3 if nothing did,
  /// but the capture cannot tell of an expectation. What failed is certain, so it comes first.
  package func exitStatus(failOn level: Severity?) -> Int32 {
    if expectations.contains(where: { $0.outcome == .failed }) { return 1 }
    if let level, judgement.reaches(level) { return 1 }
    return expectations.contains { $0.outcome == .inconclusive } ? 3 : 0
  }
}
