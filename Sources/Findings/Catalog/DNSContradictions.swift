import PacketDecoding
import TrafficAnalysis
package import Wording

/// Responses do not fit their query.
package enum DNSContradictions: FindingRule {
  package static let id = "dns-contradictions"
  package static let title: Phrase = "DNS answers contradict"
  package static let group = FindingGroup.names
  package static let definition = """
    Responses over UDP whose question is not that of the query with the same identifier and ports, and second \
    responses, with other addresses than the first, to a query that was sent once.
    """
  package static let advice: Phrase = """
    Somebody between client and server, or beside them, may forge answers: compare with an answer over TLS \
    (DNS over TLS or HTTPS) from elsewhere.
    """
  package static let source = "RFC 5452 sections 3 and 9.1"
  static let minimum = Threshold(id, "warning", 3, .responses, "that contradict")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.packetsMissing, .headersCut, .clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.names.contradictions.compactMap { row in
      let count = row.otherQuestions + row.otherAnswers
      guard count > 0, Double(count) >= context[minimum] else { return nil }
      let numbers = context.packets(.dnsContradiction) {
        $0.source == row.server && $0.destination == row.client
      }
      return Finding(
        Self.self, .warning,
        subject: .use(client: row.client, server: row.server, transport: "udp", port: 53),
        detail:
          """
          To \(row.client) came \(row.otherQuestions) answers of \(row.server) to other questions and \
          \(row.otherAnswers) second answers with other addresses.
          """,
        measured: Double(count), threshold: context[minimum], unit: .responses, packets: numbers,
        filter: DisplayFilter.all(
          "dns", DisplayFilter.from(row.server), DisplayFilter.to(row.client)))
    }
  }
}
