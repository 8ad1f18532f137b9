import TrafficAnalysis
package import Wording

/// The capture holds packets twice.
package enum DuplicateFrames: FindingRule {
  package static let id = "capture-duplicate-frames"
  package static let title: Phrase = "Packets are in the capture twice"
  package static let group = FindingGroup.quality
  package static let definition = """
    Packets equal to the one in front of them in their flow, at most 5 ms apart, by direction, IPv4 \
    identification, TCP numbers, window, length and, for others, bytes of the payload; of all packets.
    """
  package static let advice: Phrase = """
    Mirror one side of a port or one VLAN only, capture on one interface, or take copies out with editcap -d.
    """
  package static let source = "editcap(1), options -d and -w; Wireshark Wiki, DuplicatePackets"
  static let share = Threshold(id, "warning", 5, .percent, "of the packets")
  static let minimum = Threshold(id, "warning-minimum", 20, .packets, "that are copies")
  package static let thresholds = [share, minimum]

  package static func findings(in context: FindingContext) -> [Finding] {
    let count = context.observations.sightings.count(.duplicateFrame)
    let packets = context.snapshot.capture.packets
    let measured = percent(count, of: packets)
    guard count > 0, measured >= context[share], Double(count) >= context[minimum] else {
      return []
    }
    let numbers = context.packets(.duplicateFrame)
    return [
      Finding(
        Self.self, .warning, subject: .capture,
        detail: "\(count) of \(packets) packets repeat the one in front of them in their flow.",
        measured: measured, threshold: context[share], unit: .percent, packets: numbers,
        filter: DisplayFilter.frames(numbers), doubts: [.duplicates])
    ]
  }
}
