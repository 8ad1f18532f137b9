import TrafficAnalysis
package import Wording

/// One host tries many logins at another.
package enum PasswordGuessing: FindingRule {
  package static let id = "password-guessing"
  package static let title: Phrase = "A host may be guessing passwords"
  package static let group = FindingGroup.security
  package static let definition = """
    Logins of one host at one port of another within a minute: those that a server of FTP, POP3, IMAP, \
    SMTP or LDAP refused, or connections to SSH, Telnet, RDP or VNC (ports 22, 23, 3389, 5900) that \
    carried data and ended within 60 packets and 30 seconds.
    """
  package static let advice: Phrase = """
    See whether the host is yours: if not, block it and look for a login that succeeded; if so, look for \
    a script with an old password.
    """
  package static let source = "MITRE ATT&CK T1110"
  static let refused = Threshold(id, "refused", 10, .times, "refused in a minute")
  static let short = Threshold(id, "short", 20, .connections, "soon over, in a minute")
  package static let thresholds = [refused, short]

  package static func findings(in context: FindingContext) -> [Finding] {
    let observed = context.observations
    let refusals = observed.refusedLogins.compactMap { attempts in
      finding(
        attempts, refused, context,
        "\(attempts.server) refused \(attempts.total) logins of \(attempts.client)")
    }
    let connections = observed.shortLogins.compactMap { attempts in
      finding(
        attempts, short, context,
        "\(attempts.client) made \(attempts.total) connections that were soon over")
    }
    return (refusals + connections).oneEach()
  }

  private static func finding(
    _ attempts: LoginAttempts, _ bound: Threshold, _ context: FindingContext, _ text: Phrase
  ) -> Finding? {
    guard attempts.mostPerMinute > 0, Double(attempts.mostPerMinute) >= context[bound] else {
      return nil
    }
    return Finding(
      Self.self, .warning,
      subject: .use(
        client: attempts.client, server: attempts.server, transport: "tcp", port: attempts.port),
      detail: "\(text), \(attempts.mostPerMinute) of them in one minute.",
      measured: Double(attempts.mostPerMinute), threshold: context[bound], unit: bound.unit,
      packets: attempts.packets.all,
      filter: DisplayFilter.all(
        DisplayFilter.between(attempts.client, attempts.server),
        DisplayFilter.port("tcp", attempts.port)))
  }
}
