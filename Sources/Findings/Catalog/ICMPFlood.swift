import PacketDecoding
import TrafficAnalysis
package import Wording

/// A host is flooded with messages of ICMP.
package enum ICMPFlood: FindingRule {
  package static let id = "icmp-flood"
  package static let title: Phrase = "A host is flooded with ICMP"
  package static let group = FindingGroup.reconnaissance
  package static let definition = """
    Messages of ICMP, replies to echo requests apart, that one host sent another within 10 seconds; the \
    least that counts is 100 a second throughout.
    """
  package static let advice: Phrase =
    "See what sends them: a ping that floods, a loop of routes that makes errors, or an attack."
  package static let source = "RFC 4732 section 2; ping(8), -f"
  static let warning = Threshold(id, "warning", 1000, .messages, "in 10 seconds")
  package static let thresholds = [warning]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.duplicates, .clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.icmpRates.compactMap { rate in
      guard Double(rate.most) >= context[warning] else { return nil }
      return Finding(
        Self.self, .warning, subject: .pair(rate.source, rate.destination),
        detail:
          """
          \(rate.source) sent \(rate.destination) \(rate.most) ICMP messages within 10 seconds, \
          and \(rate.messages) in all.
          """,
        measured: Double(rate.most), threshold: context[warning], unit: .messages,
        packets: rate.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.from(rate.source), DisplayFilter.to(rate.destination),
          rate.source.isIPv4 ? "icmp" : "icmpv6"))
    }
  }
}
