import Findings

/// A verdict as GitLab's code quality report, which merge requests show.
package struct CodeQualityReport {
  private let judged: JudgedCapture

  package init(_ judged: JudgedCapture) { self.judged = judged }

  package var bytes: [UInt8] {
    var json = JSONWriter()
    var marks = ProblemMarks()
    json.array { list in
      for problem in judged.problems {
        list.object { write(problem, mark: marks.mark(problem), to: &$0) }
      }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ problem: Problem, mark: String, to json: inout JSONWriter) {
    json.field("description", "\(problem.title): \(problem.text)")
    json.field("check_name", problem.check)
    json.field("fingerprint", mark)
    json.field("severity", Self.severity(problem))
    json.object("location") { json in
      json.field("path", judged.path(of: problem.finding?.subject).text)
      json.line("lines") { $0.field("begin", 1) }
    }
  }

  /// Whoever wrote an expectation down meant it more than a rule for all does.
  private static func severity(_ problem: Problem) -> String {
    switch problem.severity {
    case .note: "info"
    case .warning: "minor"
    case .error: problem.check == Problem.expectationCheck ? "critical" : "major"
    }
  }
}
