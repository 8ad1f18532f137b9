import PacketDecoding
import TrafficAnalysis
package import Wording

/// Data may be sent in names.
package enum DNSTunnels: FindingRule {
  package static let id = "dns-tunnel"
  package static let title: Phrase = "Names may carry data"
  package static let group = FindingGroup.names
  package static let definition = """
    Different names below one domain that a client asked for, with labels of at least 24 bytes, where these labels \
    have 50 bytes a query and 10,000 bytes in all. Reverse look-ups do not count.
    """
  package static let advice: Phrase = """
    See what asks for names of the domain: tunnels and leaks look so, and some scanners for viruses do.
    """
  package static let source = "MITRE ATT&CK T1071.004 and T1048"
  static let minimum = Threshold(id, "warning", 200, .names, "below one domain")
  static let length = Threshold(id, "length", 50, .bytes, "of long labels, in the mean of queries")
  static let volume = Threshold(id, "volume", 10_000, .bytes, "of long labels, in all queries")
  package static let thresholds = [minimum, length, volume]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.names.longNames.compactMap { row in
      guard row.names > 0, Double(row.names) >= context[minimum],
        Double(row.bytes) >= context[volume],
        Double(row.bytes) / Double(row.queries) >= context[length]
      else { return nil }
      let many: Phrase = row.names == LongNames.nameLimit ? "at least \(row.names)" : "\(row.names)"
      return Finding(
        Self.self, .warning, subject: .name(row.domain),
        detail:
          """
          \(row.client) sent \(row.bytes) bytes of long labels in \(row.queries) queries for \(many) \
          names below \(row.domain).
          """,
        measured: Double(row.names), threshold: context[minimum], unit: .names,
        packets: row.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.from(row.client), DisplayFilter.contains("dns.qry.name", row.domain)))
    }
  }
}
