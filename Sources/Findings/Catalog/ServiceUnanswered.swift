import TrafficAnalysis
package import Wording

/// Nobody answers where clients expect a service.
package enum ServiceUnanswered: FindingRule {
  package static let id = "tcp-service-unanswered"
  package static let title: Phrase = "A service does not answer"
  package static let group = FindingGroup.transport
  package static let definition = """
    Connections to one TCP port of a host that got no answer to their SYN (Zeek's state S0), where none \
    was established or refused. Those of a source that scans ports or addresses do not count.
    """
  package static let advice: Phrase =
    "See whether the service runs, and whether a firewall drops packets on the way there or back."
  package static let source = "RFC 9293 section 3.5; Zeek's conn_state S0"
  static let minimum = Threshold(id, "warning", 5, .connections, "without an answer")
  package static let thresholds = [minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.packetsMissing, .oneSided, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.services.compactMap { service in
      let unanswered = service.unanswered - min(service.unanswered, service.scannedUnanswered)
      guard service.established == 0, service.refused == 0, unanswered > 0,
        Double(unanswered) >= context[minimum],
        Double(service.halfOpenBurst) < context[SYNFlood.warning]
      else { return nil }
      return Finding(
        Self.self, .warning,
        subject: .service(service.server, transport: "tcp", port: service.port),
        detail: "\(unanswered) connections got no answer, and none was established.",
        measured: Double(unanswered), threshold: context[minimum], unit: .connections,
        packets: service.unansweredPackets.all,
        filter: DisplayFilter.all(
          DisplayFilter.service(service.server, "tcp", service.port),
          "tcp.flags.syn == 1 && tcp.flags.ack == 0"))
    }
  }
}
