/// What became of the expectations of a file.
package struct ExpectationVerdict: Sendable {
  /// In the order of the file; suppressions that are over come last.
  package let results: [ExpectationResult]
  /// The findings that are left, and what became of suppressions.
  package let judged: SuppressedJudgement

  package func count(_ outcome: ExpectationResult.Outcome) -> Int {
    results.count { $0.outcome == outcome }
  }

  /// Whether the run fails.
  package var fails: Bool { count(.failed) > 0 }

  /// Whether the capture could not tell of some, and failed none.
  package var isInconclusive: Bool { !fails && count(.inconclusive) > 0 }
}
