import TrafficAnalysis
package import Wording

/// The spanning tree does not come to rest.
package enum TopologyChanging: FindingRule {
  package static let id = "stp-topology-changes"
  package static let title: Phrase = "The spanning tree changes"
  package static let group = FindingGroup.link
  package static let definition = """
    Spells of BPDUs that tell of a change of the topology (the TC flag, or a TCN BPDU), of which two belong \
    together if less than eleven seconds lie between them.
    """
  package static let advice: Phrase = """
    Let ports of hosts be edge ports, and find the link that goes up and down: each change empties the switches' \
    tables, and frames flood until they are filled.
    """
  package static let source = "IEEE 802.1D-2004 clauses 9.3 and 17.11"
  static let note = Threshold(id, "note", 2, .times, "for a note")
  static let warning = Threshold(id, "warning", 5, .times, "for a warning")
  package static let thresholds = [note, warning]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    let seen = context.observations.links.topologyChanges
    guard seen.changes > 0,
      let found = context.severity(of: Double(seen.changes), note: note, warning: warning)
    else { return [] }
    return [
      Finding(
        Self.self, found.severity, subject: .capture,
        detail: "Bridges told of \(seen.changes) changes, in \(seen.messages) BPDUs.",
        measured: Double(seen.changes), threshold: found.bound, unit: .times,
        packets: seen.packets.all, filter: "stp.flags.tc == 1 || stp.type == 0x80")
    ]
  }
}
