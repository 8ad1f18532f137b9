import ArgumentParser
import Findings

extension Severity: ExpressibleByArgument {}

/// When the exit status tells of findings.
enum FailLevel: String, CaseIterable, ExpressibleByArgument {
  case note, warning, error, never

  var severity: Severity? { Severity(rawValue: rawValue) }
}
