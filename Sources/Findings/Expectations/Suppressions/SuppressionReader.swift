/// Reads what a file says of findings.
enum SuppressionReader {
  static func read(
    _ findings: ExpectationMapping
  ) throws(ExpectationProblem) -> ([Suppression], FindingSettings) {
    try findings.allow(["suppress", "off", "on", "thresholds"])
    var suppressions: [Suppression] = []
    for entry in try findings.entries("suppress") ?? [] {
      suppressions.append(try suppression(entry))
    }
    return (suppressions, try settings(findings))
  }

  private static func suppression(
    _ entry: ExpectationMapping
  ) throws(ExpectationProblem) -> Suppression {
    try entry.allow(["id", "subject", "reason", "until"])
    let id = try entry.required("id")
    guard FindingCatalog.rule(id) != nil else {
      throw ExpectationProblem(
        line: entry.line(of: "id"), no: "finding", called: id,
        among: FindingCatalog.all.map { $0.id })
    }
    var until: CalendarDate?
    if let text = try entry.text("until") {
      until = CalendarDate(text)
      guard until != nil else {
        throw ExpectationProblem(
          line: entry.line(of: "until"), "'\(text)' is no day, like 2027-01-31")
      }
    }
    return Suppression(
      id: id, subject: try entry.text("subject"), reason: try entry.required("reason"),
      until: until, line: entry.line)
  }

  private static func settings(
    _ findings: ExpectationMapping
  ) throws(ExpectationProblem) -> FindingSettings {
    var settings = FindingSettings()
    for (key, isOn) in [("off", false), ("on", true)] {
      for value in try findings.values(key) ?? [] {
        do throws(FindingSettings.Problem) {
          try settings.set(value.text, isOn: isOn)
        } catch { throw problem(error, line: value.line) }
      }
    }
    guard let thresholds = try findings.mapping("thresholds") else { return settings }
    for key in thresholds.keys {
      let text = try thresholds.required(key)
      do throws(FindingSettings.Problem) {
        try settings.set(key, to: text)
      } catch { throw problem(error, line: thresholds.line(of: key)) }
    }
    return settings
  }

  private static func problem(_ problem: FindingSettings.Problem, line: Int?) -> ExpectationProblem
  {
    switch problem {
    case .noRule(let id, let known):
      ExpectationProblem(line: line, no: "finding", called: id, among: known)
    case .noThreshold(let key, let known):
      ExpectationProblem(line: line, no: "bound", called: key, among: known)
    case .noValue(let text, let key):
      ExpectationProblem(line: line, "'\(text)' is no value of \(key), which is a number from 0")
    }
  }
}
