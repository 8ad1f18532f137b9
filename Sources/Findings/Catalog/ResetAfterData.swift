import TrafficAnalysis
package import Wording

/// Connections that work are broken off.
package enum ResetAfterData: FindingRule {
  package static let id = "tcp-reset-after-data"
  package static let title: Phrase = "Connections are reset after data"
  package static let group = FindingGroup.transport
  package static let definition = """
    Connections to one TCP port of a host that carried data and ended with a reset, of all that were \
    established.
    """
  package static let advice: Phrase =
    "See which side resets, and why: a crash, a time-out of a proxy or firewall, an idle limit."
  package static let source = "RFC 9293 section 3.10.7.4; Zeek's conn_state RSTO and RSTR"
  static let share = Threshold(id, "warning", 10, .percent, "of the connections")
  static let minimum = Threshold(id, "minimum", 20, .connections, "established, at least")
  package static let thresholds = [share, minimum]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.oneSided, .headersCut]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.services.compactMap { service in
      let measured = percent(service.resetAfterData, of: service.established)
      guard Double(service.established) >= context[minimum], measured >= context[share] else {
        return nil
      }
      return Finding(
        Self.self, .warning,
        subject: .service(service.server, transport: "tcp", port: service.port),
        detail: """
          \(service.resetAfterData) of \(service.established) established connections were \
          reset after they had carried data.
          """,
        measured: measured, threshold: context[share], unit: .percent,
        packets: service.resetPackets.all,
        filter: DisplayFilter.all(
          DisplayFilter.service(service.server, "tcp", service.port), "tcp.flags.reset == 1"))
    }
  }
}
