import Findings

extension JudgedCapture {
  /// Expectations told one by one; a format for people to click through needs no more.
  private static let expectationLimit = 4_000

  /// What is wrong: expectations that were not met, then findings in the order of the judgement.
  var problems: [Problem] {
    let unmet = Self.unmet(verdict.expectations)
    let rest = unmet.dropFirst(Self.expectationLimit)
    return unmet.prefix(Self.expectationLimit).map { Problem($0) }
      + (rest.isEmpty ? [] : [Problem(unmet: rest)])
      + verdict.judgement.findings.map { Problem($0) }
      + verdict.judgement.further.map { Problem($0) }
  }

  /// Failed ones first, as the others may be cut off.
  private static func unmet(_ results: [ExpectationResult]) -> [ExpectationResult] {
    [.failed, .inconclusive, .warned].flatMap { outcome in
      results.filter { $0.outcome == outcome }
    }
  }

  /// A sentence for each doubt that holds rules back, with how much each of them found.
  var heldBack: [String] {
    CaptureDoubt.allCases.compactMap { doubt in
      let rules = verdict.judgement.heldBack.filter { $0.doubt == doubt }
      guard !rules.isEmpty else { return nil }
      let names = rules.map { "\($0.id) (\(Words.count($0.count)))" }
      return "held back because \(doubt.reason): " + names.joined(separator: ", ")
    }
  }
}
