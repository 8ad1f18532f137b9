import TrafficAnalysis
package import Wording

/// A host refuses connections to a port.
package enum ServiceRefused: FindingRule {
  package static let id = "tcp-service-refused"
  package static let title: Phrase = "A service refuses connections"
  package static let group = FindingGroup.transport
  package static let definition = """
    Connections to one TCP port of a host that were answered by a reset (Zeek's state REJ), where none \
    was established. Those of a source that scans ports or addresses do not count.
    """
  package static let advice: Phrase =
    "Nothing listens on the port, or a firewall rejects it: start it or allow it."
  package static let source = "RFC 9293 section 3.10.7.1; Zeek's conn_state REJ"
  static let minimum = Threshold(id, "warning", 5, .connections, "refused")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.oneSided, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.services.compactMap { service in
      let refused = service.refused - min(service.refused, service.scannedRefused)
      guard service.established == 0, refused > 0, Double(refused) >= context[minimum]
      else { return nil }
      return Finding(
        Self.self, .warning,
        subject: .service(service.server, transport: "tcp", port: service.port),
        detail:
          """
          \(refused) of \(service.connections) connections were refused, and none was \
          established.
          """,
        measured: Double(refused), threshold: context[minimum], unit: .connections,
        packets: service.refusedPackets.all,
        filter: DisplayFilter.all(
          DisplayFilter.service(service.server, "tcp", service.port), "tcp.flags.reset == 1"))
    }
  }
}
