import TrafficAnalysis
package import Wording

/// A name server fails, or does not answer.
package enum DNSFailing: FindingRule {
  package static let id = "dns-failing"
  package static let title: Phrase = "A name server fails"
  package static let group = FindingGroup.names
  package static let definition = """
    Queries to a server that it answered with SERVFAIL or REFUSED, for at least three names, or not at all, of \
    all queries, each counted once however often it was sent. A server of which no response was seen \
    counts only if queries were sent to it again.
    """
  package static let advice: Phrase = """
    Ask the server for one of the names with dig: it may not reach the servers of the domain, distrust their \
    signatures (DNSSEC), not serve this client, or be out of reach itself.
    """
  package static let source = "RFC 1035 section 4.1.1 (RCODE 2 and 5); RFC 8767 section 5"
  static let warning = Threshold(id, "warning", 5, .percent, "of the queries, for a warning")
  static let error = Threshold(id, "error", 50, .percent, "of the queries, for an error")
  static let minimum = Threshold(id, "minimum", 20, .queries, "that failed")
  package static let thresholds = [warning, error, minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [
    .packetsMissing, .oneSided, .duplicates, .headersCut,
  ]
  private static let leastNames = 3

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.names.servers.compactMap { server in
      let failed = server.failedNames >= leastNames ? server.failed : 0
      let unanswered = server.unanswered
      let count = failed + unanswered
      let all = max(server.transactions, server.responses)
      let measured = percent(count, of: all)
      guard count > 0, Double(count) >= context[minimum],
        let found = context.severity(of: measured, warning: warning, error: error)
      else { return nil }
      let numbers = context.packets(.dnsFailure) { $0.source == server.address }
      return Finding(
        Self.self, found.severity, subject: .host(server.address),
        detail: """
          Of \(all) queries \(server.address) answered \(failed) with SERVFAIL or REFUSED \
          and \(unanswered) not at all.
          """,
        measured: measured, threshold: found.bound, unit: .percent,
        packets: failed > 0 ? numbers : [],
        filter: DisplayFilter.all(
          DisplayFilter.host(server.address), filter(failed: failed, unanswered: unanswered)))
    }
  }

  private static func filter(failed: UInt64, unanswered: UInt64) -> String {
    let parts = [
      failed > 0 ? "dns.flags.rcode == 2 || dns.flags.rcode == 5" : nil,
      unanswered > 0 ? "(dns.flags.response == 0 && !dns.response_in)" : nil,
    ]
    return DisplayFilter.any(parts.compactMap(\.self))
  }
}

extension NameServerHealth {
  /// Queries that went without an answer; none where only one side seems to be in the capture.
  fileprivate var unanswered: UInt64 {
    let count = transactions - min(answered, transactions)
    if responses > 0 { return count }
    return (queries - min(transactions, queries)) * 5 >= transactions ? count : 0
  }
}
