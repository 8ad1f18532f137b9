import TrafficAnalysis
package import Wording

/// Packets of a voice or video stream do not arrive.
package enum RTPLoss: FindingRule {
  package static let id = "rtp-loss"
  package static let title: Phrase = "Voice or video loses packets"
  package static let group = FindingGroup.application
  package static let definition = """
    Packets that the sequence numbers of an RTP stream promise and that are not in the capture, of all \
    that they promise.
    """
  package static let advice: Phrase =
    "Look for loss on the path up to here; behind the point of capture there may be more."
  package static let source = "RFC 3550 section 6.4.1 and appendix A.3"
  static let warning = Threshold(id, "warning", 1, .percent, "of the packets, for a warning")
  static let error = Threshold(id, "error", 5, .percent, "of the packets, for an error")
  static let minimum = Threshold(id, "minimum", 100, .packets, "promised, at least")
  static let lost = Threshold(id, "lost", 5, .packets, "lost, at least")
  package static let thresholds = [warning, error, minimum, lost]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.packetsMissing, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.rtpStreams.compactMap { stream in
      let share = percent(stream.lost, of: stream.expected)
      guard Double(stream.expected) >= context[minimum], Double(stream.lost) >= context[lost],
        let found = context.severity(of: share, warning: warning, error: error)
      else { return nil }
      return Finding(
        Self.self, found.severity, subject: stream.subject,
        detail: """
          \(stream.lost) of \(stream.expected) packets of the stream \
          \(stream.synchronizationSourceText) are missing.
          """,
        measured: share, threshold: found.bound, unit: .percent,
        packets: stream.packetsBehindLoss.all, filter: stream.filter)
    }.oneEach()
  }
}
