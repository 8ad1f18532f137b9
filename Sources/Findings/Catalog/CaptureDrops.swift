import TrafficAnalysis
package import Wording

/// The capturing system lost packets.
package enum CaptureDrops: FindingRule {
  package static let id = "capture-drops"
  package static let title: Phrase = "The capture lost packets"
  package static let group = FindingGroup.quality
  package static let definition = """
    Packets that the capturing system says it dropped, of those and the captured ones together. Any is a \
    note.
    """
  package static let advice: Phrase =
    "Capture with a larger buffer, a capture filter or a smaller snap length, or on a faster machine."
  package static let source = "pcapng interface statistics (isb_ifdrop, isb_osdrop); pcap_stats(3)"
  static let warning = Threshold(id, "warning", 0.1, .percent, "of the packets, for a warning")
  static let error = Threshold(id, "error", 1, .percent, "of the packets, for an error")
  package static let thresholds = [warning, error]

  package static func findings(in context: FindingContext) -> [Finding] {
    let capture = context.snapshot.capture
    guard let drops = capture.drops, drops > 0 else { return [] }
    let all = drops.addingReportingOverflow(capture.accounting.read)
    let share = percent(drops, of: all.overflow ? .max : all.partialValue)
    let found = context.severity(of: share, warning: warning, error: error) ?? (.note, 0)
    return [
      Finding(
        Self.self, found.severity, subject: .capture,
        detail: "\(drops) packets were dropped while \(capture.accounting.read) were captured.",
        measured: share, threshold: found.bound, unit: .percent, packets: [], filter: "frame",
        doubts: found.severity == .note ? [] : [.packetsMissing])
    ]
  }
}
