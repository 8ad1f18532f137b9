import TrafficAnalysis

/// Calls or registrations fail.
package enum SIPFailures: FindingRule {
  package static let id = "sip-failures"
  package static let title = "Calls or registrations fail"
  package static let group = FindingGroup.application
  package static let definition = """
    Final responses of one port of a host to INVITE, REGISTER and MESSAGE with a status of 400 or more, of \
    all. What asks for a login (401, 407) or for other values (422, 423, 491, 494), and what people do \
    (480, 486, 487, 600, 603), is no failure.
    """
  package static let advice =
    "Look which code it is: 403 and 404 are of accounts and numbers, 408 and 5xx of servers behind it."
  package static let source = "RFC 3261 section 21"
  static let share = Threshold(id, "warning", 5, .percent, "of the final responses")
  static let minimum = Threshold(id, "minimum", 20, .responses, "in all, at least")
  static let failures = Threshold(id, "failures", 5, .responses, "that are failures, at least")
  package static let thresholds = [share, minimum, failures]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.sipServers.compactMap { server in
      let measured = percent(server.failures, of: server.replies)
      guard server.failures > 0, measured >= context[share],
        Double(server.replies) >= context[minimum], Double(server.failures) >= context[failures]
      else { return nil }
      return Finding(
        Self.self, .warning,
        subject: .service(server.server, transport: server.transport, port: server.port),
        detail: "\(server.failures) of \(server.replies) final responses are failures.",
        measured: measured, threshold: context[share], unit: .percent,
        packets: server.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.sent(by: server.server, server.transport, server.port),
          "sip.Status-Code >= 400"))
    }
  }
}
