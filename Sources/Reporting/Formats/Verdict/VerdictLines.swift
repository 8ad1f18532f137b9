package import Findings

/// A verdict as text of one line for each problem, for cron's mail and for `grep`.
///
/// `error tcp-retransmissions 10.0.0.1 → 10.0.0.2:80/tcp: … (5.3 %, bound 5 %; first packet 17)`
package struct VerdictLines {
  private let judged: JudgedCapture
  private let level: Severity

  /// Findings below `level` are left out.
  package init(_ judged: JudgedCapture, from level: Severity = .note) {
    self.judged = judged
    self.level = level
  }

  /// Ends in a line feed, unless it is empty: nothing is wrong, and nothing has to be said.
  package var text: String {
    let problems = judged.problems.filter { $0.severity >= level }.map(Self.line)
    let heldBack = level == .note ? judged.heldBack.map { "note \($0)" } : []
    return (problems + heldBack).map { $0 + "\n" }.joined()
  }

  private static func line(_ problem: Problem) -> String {
    let check =
      problem.check == Problem.expectationCheck ? "\"\(problem.title)\"" : problem.check
    let subject = problem.subject.map { " \($0)" } ?? ""
    return "\(problem.mark) \(check)\(subject): \(problem.sentence)"
  }
}
