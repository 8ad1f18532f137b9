import Findings
import Testing
import TrafficAnalysis

/// What becomes of expectations in a capture, on a day in the middle of 2026.
func results(_ yaml: String, on snapshot: Snapshot) throws -> [ExpectationResult] {
  try verdict(yaml, on: snapshot).results
}

func verdict(_ yaml: String, on snapshot: Snapshot) throws -> ExpectationVerdict {
  let today = try #require(CalendarDate("2026-06-15"))
  return try ExpectationFile(yaml).verdict(on: snapshot, today: today)
}

/// What becomes of one expectation, without the hyphen in front.
func result(_ entry: String, on snapshot: Snapshot) throws -> ExpectationResult {
  let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
  let yaml = "expectations:\n  - " + lines.joined(separator: "\n    ") + "\n"
  return try #require(try results(yaml, on: snapshot).first)
}

/// What is wrong with a file; fails the test if nothing is.
func problem(_ yaml: String) throws -> String {
  let problem = #expect(throws: ExpectationProblem.self) { try ExpectationFile(yaml) }
  return try #require(problem).text(file: "expect.yml")
}

extension Snapshot {
  /// The same with packets that were lost while it was captured.
  func losing(_ drops: UInt64) -> Snapshot {
    var copy = self
    copy.capture.drops = drops
    return copy
  }

  /// The same as if of all connections only one side had been captured.
  var oneSided: Snapshot {
    var copy = self
    copy.observations.tcpFlows.flows = 100
    copy.observations.tcpFlows.oneSided = 100
    return copy
  }
}
