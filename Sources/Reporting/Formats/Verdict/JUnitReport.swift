import Findings
internal import Wording

/// A verdict as JUnit XML, which most systems of continuous integration show as tests.
///
/// There is one suite for the expectations and one for each group of rules. Elements and attributes are
/// those that the schemas of Jenkins and of Maven Surefire both have. No time is told: the same capture
/// gives the same bytes.
package struct JUnitReport {
  private static let caseLimit = 10_000

  private let judged: JudgedCapture

  package init(_ judged: JudgedCapture) { self.judged = judged }

  package var bytes: [UInt8] {
    let suites = suites
    let all = suites.flatMap(\.cases)
    var xml = XMLWriter()
    xml.element(
      "testsuites",
      [
        "name": "packetpress", "tests": "\(all.count)",
        "failures": "\(all.count(where: \.isFailed))",
        "errors": "0",
      ]
    ) { xml in
      for suite in suites { write(suite, to: &xml) }
    }
    return xml.bytes
  }

  private typealias Suite = (name: String, cases: [JUnitCase])

  private var suites: [Suite] {
    let rules = judged.rules
    let groups: [Suite] = FindingGroup.allCases.map { group in
      (group.title.text, rules.filter { $0.group == group }.map { JUnitCase($0, of: judged) })
    }
    return ([("Expectations", expectations)] + groups).filter { !$0.cases.isEmpty }
  }

  /// Of too many, those that passed are left out first.
  private var expectations: [JUnitCase] {
    let results = judged.verdict.expectations
    guard results.count > Self.caseLimit else { return Self.told(results) }
    let inOrder = ExpectationResult.Outcome.worstFirst.flatMap { outcome in
      results.filter { $0.outcome == outcome }
    }
    return Self.told(inOrder.prefix(Self.caseLimit))
  }

  /// Tests of one name are one test to those who read this, so that names are numbered.
  private static func told(_ results: some Sequence<ExpectationResult>) -> [JUnitCase] {
    var counts: [String: Int] = [:]
    return results.map { result in
      var test = JUnitCase(result)
      counts[test.name, default: 0] += 1
      if let count = counts[test.name], count > 1 { test.name += " #\(count)" }
      return test
    }
  }

  private func write(_ suite: Suite, to xml: inout XMLWriter) {
    xml.element(
      "testsuite",
      [
        "name": suite.name, "tests": "\(suite.cases.count)",
        "failures": "\(suite.cases.count(where: \.isFailed))", "errors": "0",
        "skipped": "\(suite.cases.count(where: \.isSkipped))", "time": "0",
      ]
    ) { xml in
      xml.element("properties", [:]) { xml in
        xml.element("property", ["name": "generator", "value": "packetpress \(judged.version)"])
        for path in judged.paths.prefix(100) {
          xml.element("property", ["name": "capture", "value": path])
        }
      }
      for test in suite.cases { Self.write(test, to: &xml) }
    }
  }

  private static func write(_ test: JUnitCase, to xml: inout XMLWriter) {
    let attributes: KeyValuePairs<StaticString, String> = [
      "classname": test.group, "name": test.name, "time": "0",
    ]
    if test.isPassed, test.output.isEmpty { return xml.element("testcase", attributes) }
    xml.element("testcase", attributes) { xml in
      switch test.outcome {
      case .passed: break
      case .failed(let message, let type, let lines):
        xml.element("failure", ["message": message, "type": type], lines: lines)
      case .skipped(let message): xml.element("skipped", ["message": message])
      }
      if !test.output.isEmpty { xml.element("system-out", lines: test.output) }
    }
  }
}

extension ExpectationResult.Outcome {
  fileprivate static let worstFirst: [Self] = [.failed, .inconclusive, .warned, .passed]
}
