import TrafficAnalysis
package import Wording

/// Broadcasts keep every host of a network busy.
package enum BroadcastRate: FindingRule {
  package static let id = "link-broadcast-rate"
  package static let title: Phrase = "Broadcasts flood the network"
  package static let group = FindingGroup.link
  package static let definition = """
    Frames to the broadcast address, by the second, over the ten seconds with most of them.
    """
  package static let advice: Phrase = """
    Look for a loop between switches, or for the adapter that sends most of them, and limit broadcasts by port.
    """
  package static let source = "IEEE 802.3; storm control of switches"
  static let warning = Threshold(id, "warning", 500, .packetsPerSecond, "for a warning")
  static let error = Threshold(id, "error", 5000, .packetsPerSecond, "for an error")
  package static let thresholds = [warning, error]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.duplicates, .clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    guard let peak = context.observations.links.busiestBroadcasts,
      let found = context.severity(of: peak.packetsPerSecond, warning: warning, error: error)
    else { return [] }
    return [
      Finding(
        Self.self, found.severity, subject: .capture,
        detail: "\(peak.packets) broadcasts came within \(BroadcastPeak.seconds) seconds.",
        measured: peak.packetsPerSecond, threshold: found.bound, unit: .packetsPerSecond,
        packets: [peak.firstPacket].filter { $0 > 0 }, filter: "eth.dst == ff:ff:ff:ff:ff:ff")
    ]
  }
}
