import TrafficAnalysis
internal import Wording

/// The share of replies in which a server failed: what rules on several applications have in common.
struct ReplyFailures {
  let rule: any FindingRule.Type
  /// In percent of the replies.
  let share: Threshold
  /// Replies in all, and failures among them, at least.
  let minimum: Threshold
  let failures: Threshold
  /// What the replies are and did: "responses have a status of 5xx".
  let words: Phrase
  /// Shows the failures among what the server sent.
  let filter: String

  func findings(in context: FindingContext, of servers: [ReplyHealth]) -> [Finding] {
    servers.compactMap { server in
      let measured = percent(server.failures, of: server.replies)
      guard server.failures > 0, measured >= context[share],
        Double(server.replies) >= context[minimum], Double(server.failures) >= context[failures]
      else { return nil }
      return Finding(
        rule, .warning,
        subject: .service(server.server, transport: server.transport, port: server.port),
        detail: "\(server.failures) of \(server.replies) \(words).",
        measured: measured, threshold: context[share], unit: .percent,
        packets: server.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.sent(by: server.server, server.transport, server.port), filter))
    }
  }
}
