import TrafficAnalysis
package import Wording

/// The clock that stamped the packets was set back.
package enum ClockSetBack: FindingRule {
  package static let id = "capture-clock-set-back"
  package static let title: Phrase = "The clock was set back"
  package static let group = FindingGroup.quality
  package static let definition = """
    Packets of one file whose time stamp is more than a second before that of the packet in front of them.
    """
  package static let advice: Phrase =
    "Times and rates around these packets are wrong; let the clock be slewed, not stepped, while capturing."
  package static let source = "RFC 5905 section 11.3 (clock steps)"
  static let minimum = Threshold(id, "warning", 1, .times, "that time goes back")
  package static let thresholds = [minimum]

  package static func findings(in context: FindingContext) -> [Finding] {
    // Files that overlap in time are read one after the other.
    guard context.snapshot.capture.files.count <= 1 else { return [] }
    let count = context.observations.sightings.count(.clockSetBack)
    guard count > 0, Double(count) >= context[minimum] else { return [] }
    let packets = context.packets(.clockSetBack)
    return [
      Finding(
        Self.self, .warning, subject: .capture,
        detail: "Time goes back by more than a second at \(count) packets.",
        measured: Double(count), threshold: context[minimum], unit: .times, packets: packets,
        filter: DisplayFilter.frames(packets), doubts: [.clock])
    ]
  }
}
