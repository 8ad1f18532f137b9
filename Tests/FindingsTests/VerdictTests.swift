import Findings
import Testing
import Wording

struct VerdictTests {
  private func judgement(_ severity: Severity) -> Judgement {
    Judgement(findings: [
      Finding(
        CaptureDrops.self, severity, subject: .capture, detail: "", measured: 1, threshold: 1,
        unit: .percent, packets: [], filter: "frame")
    ])
  }

  private func expectation(_ outcome: ExpectationResult.Outcome) -> ExpectationResult {
    ExpectationResult(name: "few resets", expected: "< 1", measured: "2", outcome: outcome)
  }

  @Test func passesWithoutAnythingAgainstIt() {
    #expect(Verdict().exitStatus(failOn: .note) == 0)
    #expect(Verdict(expectations: [expectation(.passed)]).exitStatus(failOn: .note) == 0)
    #expect(Verdict(expectations: [expectation(.warned)]).exitStatus(failOn: .note) == 0)
  }

  @Test(arguments: Severity.allCases, Severity.allCases)
  func failsForFindingsAtTheLevelAndAbove(found: Severity, level: Severity) {
    let verdict = Verdict(judgement: judgement(found))
    #expect(verdict.exitStatus(failOn: level) == (found >= level ? 1 : 0))
  }

  @Test func failsForNoFindingWithoutALevel() {
    #expect(Verdict(judgement: judgement(.error)).exitStatus(failOn: nil) == 0)
  }

  @Test func failsForAnExpectationWhateverTheLevel() {
    #expect(Verdict(expectations: [expectation(.failed)]).exitStatus(failOn: nil) == 1)
  }

  @Test func isInconclusiveOnlyIfNothingFailed() {
    let unclear = [expectation(.passed), expectation(.inconclusive), expectation(.warned)]
    #expect(Verdict(expectations: unclear).exitStatus(failOn: nil) == 3)
    #expect(Verdict(expectations: unclear + [expectation(.failed)]).exitStatus(failOn: nil) == 1)
    let both = Verdict(judgement: judgement(.error), expectations: unclear)
    #expect(both.exitStatus(failOn: .error) == 1)
    #expect(both.exitStatus(failOn: nil) == 3)
  }
}
