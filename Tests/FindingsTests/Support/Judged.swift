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

/// What one rule finds in packets that a test makes, by any number of workers.
func findings(
  of rule: any FindingRule.Type, settings: FindingSettings = FindingSettings(), workers: Int = 1,
  traffic: Traffic
) -> [Finding] {
  rule.findings(in: FindingContext(traffic.snapshot(workers: workers), settings: settings))
}
