/// How a password was sent in clear text; never which.
package enum CredentialKind: UInt8, CaseIterable, Hashable, Sendable {
  case ftp, telnet, pop, imap, smtp, http, ldap

  /// What was used, "FTP (PASS)".
  package var name: String {
    switch self {
    case .ftp: "FTP (PASS)"
    case .telnet: "Telnet (a login)"
    case .pop: "POP3 (PASS or AUTH)"
    case .imap: "IMAP (LOGIN or AUTHENTICATE)"
    case .smtp: "SMTP (AUTH)"
    case .http: "HTTP (Basic authentication)"
    case .ldap: "LDAP (a simple bind)"
    }
  }
}
