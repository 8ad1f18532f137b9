import TrafficAnalysis
package import Wording

/// Connections to one service take much longer to set up than those to others.
package enum SlowHandshakes: FindingRule {
  package static let id = "tcp-slow-handshake"
  package static let title: Phrase = "Connections to a service are slow to set up"
  package static let group = FindingGroup.transport
  package static let definition = """
    The mean time from SYN to the ACK that ends the handshake, of services of which at least half of the \
    handshakes took 200 ms or longer, against the median of the other services of the capture.
    """
  package static let advice: Phrase = """
    See how far away the host is (ping, traceroute); if it is near, look at its load, its queue of \
    connections and the path to it.
    """
  package static let source = "Wireshark: tcp.analysis.initial_rtt; RFC 9293 section 3.5"
  static let note = Threshold(id, "note", 200, .milliseconds, "on average, for a note")
  static let warning = Threshold(id, "warning", 1000, .milliseconds, "on average, for a warning")
  static let factor = Threshold(id, "factor", 5, .times, "the median of the other services")
  static let minimum = Threshold(id, "minimum", 5, .connections, "to each service, at least")
  static let services = Threshold(id, "services", 3, .hosts, "other services, at least")
  package static let thresholds = [note, warning, factor, minimum, services]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.clock, .oneSided]

  package static func findings(in context: FindingContext) -> [Finding] {
    let measured = context.observations.services.filter {
      $0.handshakes > 0 && Double($0.handshakes) >= context[minimum]
    }
    guard measured.count > 1, Double(measured.count - 1) >= context[services] else { return [] }
    let means = measured.map { milliseconds($0) }.sorted()
    return measured.compactMap { service in
      let mean = milliseconds(service)
      // Of the sorted list without the service itself, which may stand before the middle, or there.
      let others = means.count - 1
      let middle = others / 2
      let median = means[means[middle] >= mean ? middle + 1 : middle]
      guard service.slowHandshakes * 2 >= service.handshakes, mean >= context[factor] * median,
        let bound = context.severity(of: mean, note: note, warning: warning)
      else { return nil }
      return Finding(
        Self.self, bound.severity,
        subject: .service(service.server, transport: "tcp", port: service.port),
        detail:
          """
          \(service.handshakes) handshakes took \(oneDecimal(mean)) ms on average; the median of \
          \(others) other services is \(oneDecimal(median)) ms.
          """,
        measured: mean, threshold: bound.bound, unit: .milliseconds,
        packets: service.slowPackets.all,
        filter: DisplayFilter.all(
          DisplayFilter.service(service.server, "tcp", service.port), "tcp.flags.syn == 1"))
    }
  }

  private static func milliseconds(_ service: ServiceHealth) -> Double {
    Double(service.meanHandshake ?? 0) / 1e6
  }
}
