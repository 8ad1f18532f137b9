import TrafficAnalysis
package import Wording

/// Calls or registrations fail.
package enum SIPFailures: FindingRule {
  package static let id = "sip-failures"
  package static let title: Phrase = "Calls or registrations fail"
  package static let group = FindingGroup.application
  package static let definition = """
    Final responses of one port of a host to INVITE, REGISTER and MESSAGE with a status of 400 or more, of \
    all. What asks for a login (401, 407) or for other values (422, 423, 491, 494), and what people do \
    (480, 486, 487, 600, 603), is no failure.
    """
  package static let advice: Phrase =
    "Look which code it is: 403 and 404 are of accounts and numbers, 408 and 5xx of servers behind it."
  package static let source = "RFC 3261 section 21"
  static let share = Threshold(id, "warning", 5, .percent, "of the final responses")
  static let minimum = Threshold(id, "minimum", 20, .responses, "in all, at least")
  static let failures = Threshold(id, "failures", 5, .responses, "that are failures, at least")
  package static let thresholds = [share, minimum, failures]

  package static func findings(in context: FindingContext) -> [Finding] {
    ReplyFailures(
      rule: Self.self, share: share, minimum: minimum, failures: failures,
      words: "final responses are failures",
      filter: "sip.Status-Code >= 400"
    ).findings(in: context, of: context.observations.sipServers)
  }
}
