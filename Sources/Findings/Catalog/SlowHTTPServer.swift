import TrafficAnalysis
package import Wording

/// A web server takes long to answer.
package enum SlowHTTPServer: FindingRule {
  package static let id = "http-slow-server"
  package static let title: Phrase = "A web server is slow"
  package static let group = FindingGroup.application
  package static let definition = """
    The median time from a GET or HEAD request to the header of its response, over those of one port of a \
    host; upgrades and event streams do not count.
    """
  package static let advice: Phrase =
    "Look at the load of the server and of what it asks in turn, unless clients wait there for news."
  package static let source = "RFC 9110 section 9.3.1"
  static let warning = Threshold(id, "warning", 1, .seconds, "in the median")
  static let minimum = Threshold(id, "minimum", 20, .responses, "at least")
  package static let thresholds = [warning, minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.httpServers.compactMap { server in
      guard Double(server.delays.count) >= context[minimum],
        let median = server.delays.quantile(0.5)
      else { return nil }
      let seconds = Double(median) / 1e9
      guard seconds > 0, seconds >= context[warning] else { return nil }
      return Finding(
        Self.self, .warning,
        subject: .service(server.server, transport: server.transport, port: server.port),
        detail:
          "Half of \(server.delays.count) responses took \(seconds.formatted(2)) s or longer.",
        measured: seconds, threshold: context[warning], unit: .seconds,
        packets: server.slowPackets.all,
        filter: DisplayFilter.all(
          DisplayFilter.sent(by: server.server, server.transport, server.port),
          "http.time >= \(context[warning].formatted(2))"))
    }
  }
}
