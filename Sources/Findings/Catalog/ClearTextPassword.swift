import PacketDecoding
import TrafficAnalysis
package import Wording

/// Passwords go over the network for everybody to read.
package enum ClearTextPassword: FindingRule {
  package static let id = "clear-text-password"
  package static let title: Phrase = "Passwords are sent in clear text"
  package static let group = FindingGroup.security
  package static let definition = """
    Passwords sent to one port of a host outside of TLS: FTP PASS of other than anonymous users, a Telnet \
    login, POP3 PASS, IMAP LOGIN, SASL PLAIN and LOGIN, HTTP Basic, LDAP simple binds. The password is \
    read past, and never kept. Within one host (loopback) nothing is told.
    """
  package static let advice: Phrase = """
    Change the passwords, which whoever captured this has, and use TLS (or SSH in place of Telnet and FTP).
    """
  package static let source = "RFC 959, RFC 854, RFC 1939, RFC 9051, RFC 4616, RFC 7617, RFC 4513"
  static let minimum = Threshold(id, "minimum", 1, .times, "at least")
  package static let thresholds = [minimum]

  // Nobody who is sent the evidence needs the password.
  package static let showsPackets = false

  package static func findings(in context: FindingContext) -> [Finding] {
    context.observations.credentials.compactMap { fact in
      guard !fact.server.isLoopback, Double(fact.count) >= context[minimum] else { return nil }
      return Finding(
        Self.self, .warning,
        subject: .service(fact.server, transport: fact.transport, port: fact.port),
        detail: """
          \(counted(fact.clients, "client")) sent \(counted(fact.count, "password")) by \
          \(fact.what.name).
          """,
        measured: Double(fact.count), threshold: context[minimum], unit: .times,
        packets: fact.packets.all,
        filter: DisplayFilter.all(
          DisplayFilter.to(fact.server), "\(fact.transport).dstport == \(fact.port)",
          filter(fact.what)))
    }.oneEach()
  }

  private static func filter(_ kind: CredentialKind) -> String {
    switch kind {
    case .ftp: "ftp.request.command == \"PASS\""
    case .telnet: "telnet"
    case .pop: "pop.request.command in {\"PASS\", \"AUTH\"}"
    case .imap: "imap.request.command in {\"LOGIN\", \"AUTHENTICATE\"}"
    case .smtp: "smtp.req.command == \"AUTH\""
    case .http: "(http.authbasic || http.proxy_authorization)"
    case .ldap: "ldap.simple"
    }
  }
}
