import PacketDecoding
import TrafficAnalysis
package import Wording

/// A server chose a cipher suite that protects nothing, or little.
package enum WeakCipherSuite: FindingRule {
  package static let id = "tls-weak-cipher"
  package static let title: Phrase = "A server uses a broken cipher suite"
  package static let group = FindingGroup.security
  package static let definition = """
    Server hellos of one port that choose a suite without encryption, without authentication, with an \
    EXPORT cipher or with DES (an error), or with RC4 or RC2 (a warning).
    """
  package static let advice: Phrase =
    "Turn these suites off at the server; clients of today offer better ones."
  package static let source = "RFC 7465, RFC 9325 section 4.1"
  static let minimum = Threshold(id, "minimum", 1, .connections, "at least")
  package static let thresholds = [minimum]

  package static func findings(in context: FindingContext) -> [Finding] {
    // Thousands of servers choose among a few suites.
    let chosen = Set(context.observations.tlsChoices.map(\.what.cipherSuite))
    let weak = Dictionary(
      uniqueKeysWithValues: chosen.compactMap { suite in weakness(of: suite).map { (suite, $0) } })
    return TLSChoices.byService(context) { weak[$0.cipherSuite] != nil }.compactMap { choices in
      guard Double(choices.count) >= context[minimum] else { return nil }
      let suites = Set(choices.facts.map(\.what.cipherSuite)).sorted { $0.rawValue < $1.rawValue }
      let worst = suites.compactMap { weak[$0] }.max() ?? .warning
      let names = suites.prefix(4).map(\.description).joined(separator: ", ")
      return Finding(
        Self.self, worst, subject: choices.subject,
        detail: "\(choices.count) of \(counted(choices.handshakes, "handshake")) chose \(names).",
        measured: Double(choices.count), threshold: context[minimum], unit: .connections,
        packets: choices.packets,
        filter: choices.filter(
          "handshake.ciphersuite", suites.map { DisplayFilter.hexadecimal($0.rawValue) }))
    }
  }

  /// By the words of its name (IANA, TLS Cipher Suites).
  private static func weakness(of suite: TLSCipherSuite) -> Severity? {
    let words = suite.description.split(separator: "_")
    if words.contains(where: { ["NULL", "EXPORT", "anon", "DES", "DES40"].contains($0) }) {
      return .error
    }
    return words.contains("RC4") || words.contains("RC2") ? .warning : nil
  }
}
