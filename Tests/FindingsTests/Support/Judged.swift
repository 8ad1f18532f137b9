import Findings
import TrafficAnalysis
import TrafficSupport

/// What one rule finds in traffic that a test makes.
func findings(
  of rule: any FindingRule.Type, settings: FindingSettings = FindingSettings(),
  in build: (inout TCPTalk) -> Void
) -> [Finding] {
  rule.findings(in: FindingContext(TCPTalk.snapshot(build), settings: settings))
}

/// A rule by its identifier.
func rule(_ id: String) -> any FindingRule.Type {
  FindingCatalog.rule(id) ?? FindingCatalog.all[0]
}
