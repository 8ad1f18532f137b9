import Findings

/// A verdict as workflow commands, which GitHub shows beside a run (`::error title=…::…`).
package struct GitHubAnnotations {
  /// GitHub shows so many of each kind for a step, and drops the others.
  private static let limit = 10

  private let judged: JudgedCapture

  package init(_ judged: JudgedCapture) { self.judged = judged }

  /// Each on a line of its own.
  package var text: String {
    let problems = judged.problems
    let lines = Severity.allCases.reversed().flatMap { severity in
      Self.annotations(severity, messages(severity, problems))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private typealias Message = (title: String, text: String)

  private func messages(_ severity: Severity, _ problems: [Problem]) -> [Message] {
    let messages = problems.filter { $0.severity == severity }.map(Self.message)
    guard severity == .note else { return messages }
    return messages + judged.heldBack.map { ("Findings in doubt", $0) }
  }

  private static func message(_ problem: Problem) -> Message {
    let title =
      problem.check == Problem.expectationCheck
      ? "Expectation \(problem.mark): \(problem.title)" : "\(problem.title) (\(problem.check))"
    return (title, problem.text)
  }

  private static func annotations(_ severity: Severity, _ messages: [Message]) -> [String] {
    let kind = severity == .note ? "notice" : severity.rawValue
    var shown = messages
    if messages.count > limit {
      let rest = Words.count(messages.count - limit + 1)
      shown = messages.prefix(limit - 1) + [("And more", "\(rest) more are in the report")]
    }
    return shown.map { "::\(kind) title=\(property($0.title))::\(data($0.text))" }
  }

  /// The value of a command, as the runner decodes it.
  private static func data(_ text: String) -> String {
    escaped(SafeText.visible(text, limit: 1_000), ["%", "\r", "\n"])
  }

  private static func property(_ text: String) -> String {
    escaped(SafeText.visible(text, limit: 250), ["%", "\r", "\n", ":", ","])
  }

  private static func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
    text.unicodeScalars.map { scalar in
      guard special.contains(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
