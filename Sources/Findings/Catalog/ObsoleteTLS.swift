import PacketDecoding
import TrafficAnalysis
package import Wording

/// A server goes on in a version of TLS that must not be used any more.
package enum ObsoleteTLS: FindingRule {
  package static let id = "tls-obsolete-version"
  package static let title: Phrase = "A server uses an obsolete version of TLS"
  package static let group = FindingGroup.security
  package static let definition = """
    Server hellos of one port that choose SSL 2.0, SSL 3.0 (an error), TLS 1.0, TLS 1.1 or DTLS 1.0 (a \
    warning). What a client only offers does not count.
    """
  package static let advice: Phrase =
    "Turn the old versions off at the server, and update the clients that speak no other."
  package static let source = "RFC 6176, RFC 7568, RFC 8996"
  static let minimum = Threshold(id, "minimum", 1, .connections, "at least")
  package static let thresholds = [minimum]

  package static func findings(in context: FindingContext) -> [Finding] {
    TLSChoices.byService(context) { $0.version.isDeprecated }.compactMap { choices in
      guard Double(choices.count) >= context[minimum] else { return nil }
      let versions = Set(choices.facts.map(\.what.version)).sorted()
      let isBroken = versions.contains { $0 <= .ssl3 }
      let names = versions.map(\.description).joined(separator: ", ")
      return Finding(
        Self.self, isBroken ? .error : .warning, subject: choices.subject,
        detail: """
          \(choices.count) of \(counted(choices.handshakes, "handshake")) went on in \
          \(names).
          """,
        measured: Double(choices.count), threshold: context[minimum], unit: .connections,
        packets: choices.packets,
        filter: choices.filter(
          "handshake.version", versions.map { DisplayFilter.hexadecimal($0.rawValue) }))
    }
  }
}
