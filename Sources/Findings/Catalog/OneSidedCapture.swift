import TrafficAnalysis
package import Wording

/// Of most connections only one direction was captured.
package enum OneSidedCapture: FindingRule {
  package static let id = "capture-one-sided"
  package static let title: Phrase = "The capture holds one side of the connections only"
  package static let group = FindingGroup.quality
  package static let definition = """
    TCP flows of which one side alone is in the capture although it acknowledges what the other sent, of \
    all TCP flows.
    """
  package static let advice: Phrase =
    "Mirror both directions of the port, or capture where both come by; TCP findings are held back."
  package static let source = "Wireshark User's Guide, TCP Analysis"
  static let share = Threshold(id, "warning", 90, .percent, "of the TCP flows")
  static let minimum = Threshold(id, "minimum", 20, .connections, "at least")
  package static let thresholds = [share, minimum]

  package static func findings(in context: FindingContext) -> [Finding] {
    let flows = context.observations.tcpFlows
    let measured = percent(flows.oneSided, of: flows.flows)
    guard Double(flows.flows) >= context[minimum], measured >= context[share] else { return [] }
    return [
      Finding(
        Self.self, .warning, subject: .capture,
        detail: "\(flows.oneSided) of \(flows.flows) TCP flows show packets of one side only.",
        measured: measured, threshold: context[share], unit: .percent,
        packets: flows.oneSidedPackets.all, filter: "tcp", doubts: [.oneSided])
    ]
  }
}
