import TrafficAnalysis
package import Wording

/// Answers do not fit into datagrams.
package enum DNSOversized: FindingRule {
  package static let id = "dns-oversized-answers"
  package static let title: Phrase = "DNS answers are too large for UDP"
  package static let group = FindingGroup.names
  package static let definition = """
    Responses of a server over UDP that are larger than 1232 bytes, or truncated so that the client asks again \
    over TCP, of all its responses over UDP.
    """
  package static let advice: Phrase = """
    Set the size of EDNS to 1232 on the server, allow TCP port 53, and look for what has so many records.
    """
  package static let source = "DNS flag day 2020; RFC 9715; RFC 7766 section 5"
  static let share = Threshold(id, "note", 5, .percent, "of the responses over UDP")
  static let minimum = Threshold(id, "note-minimum", 20, .responses, "that are too large")
  package static let thresholds = [share, minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.duplicates]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.names.servers.compactMap { server in
      let count = server.oversized + server.truncated
      let measured = percent(count, of: server.datagrams)
      guard count > 0, measured >= context[share], Double(count) >= context[minimum] else {
        return nil
      }
      return Finding(
        Self.self, .note, subject: .host(server.address),
        detail:
          """
          Of \(server.datagrams) responses of \(server.address) over UDP \(server.oversized) are larger \
          than \(NameServerHealth.largestDatagram) bytes and \(server.truncated) truncated.
          """,
        measured: measured, threshold: context[share], unit: .percent,
        packets: context.packets(.dnsOversized) { $0.source == server.address },
        filter: DisplayFilter.all(
          DisplayFilter.from(server.address), "dns.flags.response == 1",
          "(udp.length > \(NameServerHealth.largestDatagram + 8) || dns.flags.truncated == 1)"))
    }
  }
}
