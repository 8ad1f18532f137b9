import TrafficAnalysis
package import Wording

/// The snap length is too short for the headers.
package enum CutHeaders: FindingRule {
  package static let id = "capture-cut-headers"
  package static let title: Phrase = "The snap length cuts headers off"
  package static let group = FindingGroup.quality
  package static let definition = """
    Packets that were captured in part, and of which a header is not whole, of all packets.
    """
  package static let advice: Phrase =
    "Capture with a larger snap length; 262144 bytes, the usual one, cuts nothing."
  package static let source = "pcap(3PCAP), snapshot length"
  static let share = Threshold(id, "warning", 1, .percent, "of the packets")
  package static let thresholds = [share]

  package static func findings(in context: FindingContext) -> [Finding] {
    let count = context.observations.sightings.count(.cutHeaders)
    let packets = context.snapshot.capture.packets
    let measured = percent(count, of: packets)
    guard count > 0, measured >= context[share] else { return [] }
    return [
      Finding(
        Self.self, .warning, subject: .capture,
        detail: "Of \(count) of \(packets) packets a header is not in the capture.",
        measured: measured, threshold: context[share], unit: .percent,
        packets: context.packets(.cutHeaders), filter: "frame.cap_len < frame.len",
        doubts: [.headersCut])
    ]
  }
}
