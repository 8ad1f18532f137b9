import TrafficAnalysis
package import Wording

/// A file server still speaks the first version of SMB.
package enum SMB1InUse: FindingRule {
  package static let id = "smb1-in-use"
  package static let title: Phrase = "SMB 1 is in use"
  package static let group = FindingGroup.security
  package static let definition = """
    Answers of a server that accept a dialect of SMB 1 or any other command of it. A client that offers \
    SMB 1 beside SMB 2, and is answered in SMB 2, does not count.
    """
  package static let advice: Phrase =
    "Turn SMB 1 off at the server, and replace what speaks nothing newer."
  package static let source = "MS-SMB; MS-SMB2 section 3.3.5.3 (multi-protocol negotiation)"
  static let minimum = Threshold(id, "minimum", 1, .messages, "at least")
  package static let thresholds = [minimum]

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.smb1.compactMap { fact in
      guard Double(fact.count) >= context[minimum] else { return nil }
      return Finding(
        Self.self, .warning,
        subject: .service(fact.server, transport: fact.transport, port: fact.port),
        detail: """
          The server gave \(counted(fact.count, "answer")) in SMB 1 to \
          \(counted(fact.clients, "client")).
          """,
        measured: Double(fact.count), threshold: context[minimum], unit: .messages,
        packets: fact.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.sent(by: fact.server, fact.transport, fact.port), "smb"))
    }
  }
}
