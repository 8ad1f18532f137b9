import TrafficAnalysis
package import Wording

/// A name server takes its time.
package enum DNSSlow: FindingRule {
  package static let id = "dns-slow"
  package static let title: Phrase = "A name server is slow"
  package static let group = FindingGroup.names
  package static let definition = """
    The time from query to response that a twentieth of the answers of a server exceeds, where at least fifty were \
    timed.
    """
  package static let advice: Phrase = """
    Everything that begins with a name waits for it: look at the load of the server, the path to it and to those \
    that it asks in turn, or use one nearby.
    """
  package static let source = "RFC 1035 section 7.1; Wireshark: dns.time"
  static let note = Threshold(id, "note", 500, .milliseconds, "for a note")
  static let warning = Threshold(id, "warning", 1000, .milliseconds, "for a warning")
  static let minimum = Threshold(id, "minimum", 50, .responses, "that were timed")
  package static let thresholds = [note, warning, minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.packetsMissing, .headersCut, .clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.names.servers.compactMap { server in
      guard Double(server.latencies.count) >= context[minimum],
        let time = server.latencies.quantile(0.95), let median = server.latencies.quantile(0.5),
        let found = context.severity(of: milliseconds(time), note: note, warning: warning)
      else { return nil }
      return Finding(
        Self.self, found.severity, subject: .host(server.address),
        detail: """
          Of \(server.latencies.count) answers of \(server.address) a twentieth took about \
          \(Int(milliseconds(time))) ms or longer, and half \(Int(milliseconds(median))) ms or longer.
          """,
        measured: milliseconds(time), threshold: found.bound, unit: .milliseconds, packets: [],
        filter: DisplayFilter.all(
          DisplayFilter.from(server.address), "dns.time >= \(context[note] / 1000)"))
    }
  }

  private static func milliseconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e6 }
}
