import TrafficAnalysis

/// A service is flooded with connections that nobody completes.
package enum SYNFlood: FindingRule {
  package static let id = "tcp-syn-flood"
  package static let title = "A service is flooded with SYNs"
  package static let group = FindingGroup.reconnaissance
  package static let definition = """
    Connections to one TCP port of a host that were begun and not completed, within a minute, where few of \
    all connections to it were established.
    """
  package static let advice =
    "Let the host answer with SYN cookies, and filter the sources at the edge; they may be forged."
  package static let source = "RFC 4987; Cisco IOS TCP Intercept, one-minute high"
  static let warning = Threshold(id, "warning", 1100, .connections, "in a minute, for a warning")
  static let error = Threshold(id, "error", 11_000, .connections, "in a minute, for an error")
  static let established = Threshold(id, "established", 10, .percent, "of the connections, at most")
  package static let thresholds = [warning, error, established]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.oneSided, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    let bursts = context.observations.scans.bursts.filter {
      $0.connections > 0 && Double($0.connections) >= context[warning]
    }
    return bursts.compactMap { burst in
      let service = context.observations.services.first {
        $0.server == burst.server && $0.port == burst.port
      }
      guard let service,
        percent(service.established, of: service.connections) <= context[established],
        let bound = context.severity(
          of: Double(burst.connections), warning: warning, error: error)
      else { return nil }
      return Finding(
        Self.self, bound.severity,
        subject: .service(burst.server, transport: "tcp", port: burst.port),
        detail:
          "\(burst.connections) connections by \(burst.clients) sources were begun within a minute "
          + "and not completed; \(service.established) of \(service.connections) were established.",
        measured: Double(burst.connections), threshold: bound.bound, unit: .connections,
        packets: burst.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.to(burst.server), "tcp.dstport == \(burst.port)",
          "tcp.flags.syn == 1 && tcp.flags.ack == 0"))
    }
  }
}
