import Findings
internal import Wording

/// A test of a JUnit report: an expectation, or a rule.
struct JUnitCase {
  enum Outcome {
    case passed
    case failed(message: String, type: String, lines: [String])
    case skipped(message: String)
  }

  let group: String
  var name: String
  private(set) var outcome = Outcome.passed
  /// What is told beside the outcome.
  private(set) var output: [String] = []

  var isPassed: Bool { if case .passed = outcome { true } else { false } }
  var isFailed: Bool { if case .failed = outcome { true } else { false } }
  var isSkipped: Bool { if case .skipped = outcome { true } else { false } }

  init(_ result: ExpectationResult) {
    let problem = Problem(result)
    group = "packetpress.expectations"
    name = problem.subject.map { "\(problem.title) [\($0)]" } ?? problem.title
    switch result.outcome {
    case .passed, .warned: output = [problem.sentence]
    case .inconclusive: outcome = .skipped(message: problem.sentence)
    case .failed:
      outcome = .failed(
        message: problem.sentence, type: Problem.expectationCheck,
        lines: [problem.text] + Self.packets(result.packets))
    }
  }

  /// Fails if something at least as bad as the level of `judged` was found.
  init(_ rule: any FindingRule.Type, of judged: JudgedCapture) {
    group = "packetpress.findings.\(rule.group.rawValue)"
    name = rule.id
    let judgement = judged.verdict.judgement
    if let held = judgement.heldBack.first(where: { $0.id == rule.id }) {
      outcome = .skipped(
        message: "held back because \(held.doubt.reason); it found \(Words.count(held.count))")
    }
    let found =
      judgement.findings.filter { $0.id == rule.id }.map { Problem($0) }
      + judgement.further.filter { $0.id == rule.id }.map { Problem($0) }
    let fails = { (problem: Problem) in judged.failOn.map { problem.severity >= $0 } ?? false }
    output = found.filter { !fails($0) }.flatMap {
      ["\($0.mark) \($0.text)"] + Self.evidence($0, of: judged)
    }
    let failures = found.filter(fails)
    guard let first = failures.first else { return }
    let more = failures.count > 1 ? " (and \(failures.count - 1) more)" : ""
    outcome = .failed(
      message: "\(rule.title): \(first.text)\(more)", type: first.mark,
      lines: failures.flatMap { Self.lines($0, of: judged) } + [rule.advice.text])
  }

  private static func lines(_ problem: Problem, of judged: JudgedCapture) -> [String] {
    let first = "\(problem.mark) \(problem.text)"
    guard let finding = problem.finding else { return [first] }
    return [first, "  Display filter: \(finding.filter)"] + packets(finding.packets)
      + evidence(problem, of: judged)
  }

  private static func evidence(_ problem: Problem, of judged: JudgedCapture) -> [String] {
    guard let path = problem.finding.flatMap(judged.evidence) else { return [] }
    return ["  Evidence: \(path.text)"]
  }

  private static func packets(_ numbers: [UInt64]) -> [String] {
    guard !numbers.isEmpty else { return [] }
    let more = numbers.count > 10 ? ", …" : ""
    return ["  Packets: " + numbers.prefix(10).map { "\($0)" }.joined(separator: ", ") + more]
  }
}
