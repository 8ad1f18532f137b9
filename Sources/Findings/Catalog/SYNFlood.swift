import TrafficAnalysis
package import Wording

/// A service is flooded with connections that nobody completes.
package enum SYNFlood: FindingRule {
  package static let id = "tcp-syn-flood"
  package static let title: Phrase = "A service is flooded with SYNs"
  package static let group = FindingGroup.reconnaissance
  package static let definition = """
    Connections to one TCP port of a host, or to its ports together, that were begun and not completed \
    within a minute, where few of all connections were established. Those of a source that scans do not \
    count.
    """
  package static let advice: Phrase =
    "Let the host answer with SYN cookies, and filter the sources at the edge; they may be forged."
  package static let source = "RFC 4987; Cisco IOS TCP Intercept, one-minute high"
  static let warning = Threshold(id, "warning", 1100, .connections, "in a minute, for a warning")
  static let error = Threshold(id, "error", 11_000, .connections, "in a minute, for an error")
  static let established = Threshold(id, "established", 10, .percent, "of the connections, at most")
  package static let thresholds = [warning, error, established]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.oneSided, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.scans.bursts.compactMap { burst in
      guard burst.connections > 0, Double(burst.connections) >= context[warning] else { return nil }
      var (all, done): (UInt64, UInt64) = (0, 0)
      for service in context.observations.services
      where service.server == burst.server && service.port == burst.port ?? service.port {
        all += service.connections
        done += service.established
      }
      guard percent(done, of: all) <= context[established],
        let bound = context.severity(
          of: Double(burst.connections), warning: warning, error: error)
      else { return nil }
      return Finding(
        Self.self, bound.severity, subject: subject(burst),
        detail: """
          \(burst.connections) connections by \(burst.clients) sources were begun within a \
          minute and not completed; \(done) of \(all) were established.
          """,
        measured: Double(burst.connections), threshold: bound.bound, unit: .connections,
        packets: burst.packets.all, filter: filter(burst))
    }
  }

  private static func subject(_ burst: HalfOpenBurst) -> FindingSubject {
    guard let port = burst.port else { return .host(burst.server) }
    return .service(burst.server, transport: "tcp", port: port)
  }

  private static func filter(_ burst: HalfOpenBurst) -> String {
    let port = burst.port.map { ["tcp.dstport == \($0)"] } ?? []
    return DisplayFilter.all(
      [DisplayFilter.to(burst.server)] + port + ["tcp.flags.syn == 1 && tcp.flags.ack == 0"])
  }
}
