import TrafficAnalysis
package import Wording

/// Packets of a voice stream arrive unevenly.
package enum RTPJitter: FindingRule {
  package static let id = "rtp-jitter"
  package static let title: Phrase = "Voice packets arrive unevenly"
  package static let group = FindingGroup.application
  package static let definition = """
    The mean interarrival jitter of an RTP stream of voice. Video, which sends the packets of a picture \
    in one go, does not count, nor do streams whose clock is not known.
    """
  package static let advice: Phrase =
    "Look for queues that fill on the path (Wi-Fi, a slow uplink); give voice a queue of its own."
  package static let source = "RFC 3550 section 6.4.1; ITU-T G.114"
  static let warning = Threshold(id, "warning", 30, .milliseconds, "in the mean")
  static let minimum = Threshold(id, "minimum", 100, .packets, "at least")
  package static let thresholds = [warning, minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.clock]

  /// The clock of video, and of nothing else (RFC 3551 section 5).
  private static let videoRate = 90_000

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.rtpStreams.compactMap { stream in
      guard let jitter = stream.jitterNanoseconds, stream.clockRate != videoRate,
        Double(stream.packets) >= context[minimum]
      else { return nil }
      let milliseconds = Double(jitter) / 1e6
      guard milliseconds >= context[warning] else { return nil }
      return Finding(
        Self.self, .warning, subject: stream.subject,
        detail: """
          The jitter of the stream \(stream.synchronizationSourceText) is \
          \(milliseconds.formatted(1)) ms in the mean over \(stream.packets) packets.
          """,
        measured: milliseconds, threshold: context[warning], unit: .milliseconds,
        packets: stream.firstPacket > 0 ? [stream.firstPacket] : [], filter: stream.filter)
    }.oneEach()
  }
}
