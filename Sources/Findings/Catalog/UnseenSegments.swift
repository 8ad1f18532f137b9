import TrafficAnalysis
package import Wording

/// Data is acknowledged that was never captured.
package enum UnseenSegments: FindingRule {
  package static let id = "capture-unseen-segments"
  package static let title: Phrase = "Acknowledged segments are missing from the capture"
  package static let group = FindingGroup.quality
  package static let definition = """
    Acknowledgments of data that is not in the capture, of all segments with ACK. The data arrived, so it \
    is the capture that misses it.
    """
  package static let advice: Phrase =
    "Look for packets that the capture lost or that took another path; TCP findings are held back."
  package static let source = "Wireshark User's Guide, TCP Analysis: ACKed unseen segment"
  static let share = Threshold(id, "warning", 10, .percent, "of the segments with ACK")
  static let minimum = Threshold(id, "minimum", 100, .packets, "with ACK, at least")
  package static let thresholds = [share, minimum]

  package static func findings(in context: FindingContext) -> [Finding] {
    let tcp = context.snapshot.tcp
    let measured = percent(tcp.ackedUnseenSegments, of: tcp.flags.ack)
    guard Double(tcp.flags.ack) >= context[minimum], measured >= context[share] else { return [] }
    return [
      Finding(
        Self.self, .warning, subject: .capture,
        detail:
          """
          \(tcp.ackedUnseenSegments) of \(tcp.flags.ack) acknowledgments are of data that is \
          not in the capture.
          """,
        measured: measured, threshold: context[share], unit: .percent,
        packets: context.packets(.ackedUnseen), filter: "tcp.analysis.ack_lost_segment",
        doubts: [.packetsMissing])
    ]
  }
}
