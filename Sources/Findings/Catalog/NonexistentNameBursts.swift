import PacketDecoding
import TrafficAnalysis
package import Wording

/// A client asks for many names that do not exist.
package enum NonexistentNameBursts: FindingRule {
  package static let id = "dns-nonexistent-burst"
  package static let title: Phrase = "A client asks for many names that do not exist"
  package static let group = FindingGroup.names
  package static let definition = """
    Different domains (the last two or three labels) that a client asked a resolver for within five minutes and \
    that do not exist (NXDOMAIN), where these are a quarter of the responses. Reverse look-ups do not count.
    """
  package static let advice: Phrase = """
    Malware looks for its servers so; see which program on the client asks, and what the names look like.
    """
  package static let source = "RFC 8020; MITRE ATT&CK T1568.002 (domain generation algorithms)"
  static let minimum = Threshold(id, "warning", 50, .names, "within five minutes")
  static let share = Threshold(id, "share", 25, .percent, "of the responses to the client")
  package static let thresholds = [minimum, share]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.names.nonexistent.compactMap { row in
      guard row.domains > 0, Double(row.domains) >= context[minimum],
        percent(row.responses, of: row.allResponses) >= context[share]
      else { return nil }
      let isMore = row.domains == NonexistentNames.domainLimit
      let many: Phrase = isMore ? "at least \(row.domains)" : "\(row.domains)"
      return Finding(
        Self.self, .warning, subject: .host(row.client),
        detail:
          """
          \(row.client) asked for \(many) domains that do not exist within five minutes: \
          \(row.responses) of \(row.allResponses) responses.
          """,
        measured: Double(row.domains), threshold: context[minimum], unit: .names,
        packets: row.packets.all,
        filter: DisplayFilter.all(DisplayFilter.to(row.client), "dns.flags.rcode == 3"))
    }
  }
}
