import Findings
internal import Wording

/// A verdict in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), within what
/// GitHub's code scanning takes.
package struct SARIFReport {
  let judged: JudgedCapture
  /// In the order of ``judged``'s; expectations come last, if there are any.
  private let places: [String: Int]

  package init(_ judged: JudgedCapture) {
    self.judged = judged
    var ids = judged.rules.map { $0.id }
    if !judged.verdict.expectations.isEmpty { ids.append(Problem.expectationCheck) }
    places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
  }

  package var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.key("runs")
      json.array { $0.object(writeRun) }
    }
    json.newline()
    return json.bytes
  }

  private func writeRun(to json: inout JSONWriter) {
    json.object("tool") { $0.object("driver", writeDriver) }
    json.key("invocations")
    json.array { $0.object(writeInvocation) }
    json.rows("artifacts", judged.paths.prefix(100)) { json, path in
      json.object("location") { $0.field("uri", CapturePath(path).uri) }
      json.list("roles", ["analysisTarget"])
    }
    json.key("results")
    json.array { list in
      var marks = ProblemMarks()
      for problem in judged.problems where !problem.isInconclusive {
        list.object { writeResult(problem, mark: marks.mark(problem), to: &$0) }
      }
    }
  }

  /// What cannot be told is about the run, not about the network.
  private func writeInvocation(to json: inout JSONWriter) {
    json.field("executionSuccessful", true)
    json.field("exitCode", judged.verdict.exitStatus(failOn: judged.failOn))
    json.key("toolExecutionNotifications")
    json.array { list in
      for problem in judged.problems where problem.isInconclusive {
        list.object { Self.notify("warning", "\(problem.title): \(problem.text)", to: &$0) }
      }
      for text in judged.heldBack { list.object { Self.notify("note", text, to: &$0) } }
    }
  }

  private static func notify(_ level: String, _ text: String, to json: inout JSONWriter) {
    json.field("level", level)
    json.message("message", text)
  }

  private func writeResult(_ problem: Problem, mark: String, to json: inout JSONWriter) {
    json.field("ruleId", problem.check)
    json.field("ruleIndex", places[problem.check])
    json.field("level", problem.severity.rawValue)
    json.message("message", "\(problem.title): \(problem.text)")
    json.key("locations")
    json.array { list in list.object { writeLocation(problem, to: &$0) } }
    writeEvidence(of: problem, to: &json)
    // GitHub looks at the first one only; without it, all results at one place would be one.
    json.object("partialFingerprints") { json in
      json.field("primaryLocationLineHash", "\(mark):1")
      json.field("packetpressProblem/v1", mark)
    }
    json.object("properties") { Self.writeProperties(problem, to: &$0) }
  }

  /// Not a location: GitHub would look for it in the repository.
  private func writeEvidence(of problem: Problem, to json: inout JSONWriter) {
    guard let path = problem.finding.flatMap(judged.evidence) else { return }
    json.rows("attachments", [path]) { json, path in
      json.message("description", "Packets that show it")
      json.object("artifactLocation") { $0.field("uri", path.uri) }
    }
  }

  private func writeLocation(_ problem: Problem, to json: inout JSONWriter) {
    json.object("physicalLocation") { json in
      json.object("artifactLocation") { json in
        json.field("uri", judged.path(of: problem.finding?.subject).uri)
      }
      // A capture has no lines, but GitHub shows nothing that has none.
      json.line("region") { $0.field("startLine", 1) }
    }
    guard let subject = problem.subject, problem.finding?.subject != .capture else { return }
    json.rows("logicalLocations", [subject]) { json, subject in
      json.field("fullyQualifiedName", subject)
      json.field("kind", "resource")
    }
  }

  private static func writeProperties(_ problem: Problem, to json: inout JSONWriter) {
    switch problem.cause {
    case .finding(let finding):
      json.key("measured")
      json.value(finding.measured)
      json.key("threshold")
      json.value(finding.threshold)
      json.field("unit", finding.unit.rawValue)
      json.list("packets", finding.packets.prefix(Finding.packetLimit))
      // Cut off it would show something else.
      if finding.filter.utf8.count <= 4_000 { json.field("filter", finding.filter) }
    case .expectation(let result):
      json.field("expected", SafeText.visible(result.expected))
      json.field("measured", SafeText.visible(result.measured.text))
      if let unit = result.unit { json.field("unit", SafeText.visible(unit, limit: 20)) }
      json.list("packets", result.packets.prefix(Finding.packetLimit))
    case .further: break
    }
  }
}

extension Problem {
  fileprivate var isInconclusive: Bool {
    if case .expectation(let result) = cause { result.outcome == .inconclusive } else { false }
  }
}
