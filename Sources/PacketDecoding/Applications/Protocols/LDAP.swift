/// Directories: operations and their results, who binds, never a password.
package enum LDAP: ApplicationProtocol {
  package static let id = ProtocolID.ldap
  package static let reference = "RFC 4511"
  package static let tcpPorts: [UInt16] = [389, 3268]

  package static let operation = ApplicationField("ldap.protocolOp", "Operations")
  package static let result = ApplicationField("ldap.resultCode", "Results")
  package static let name = ApplicationField("ldap.name", "Names that bind")
  package static let base = ApplicationField("ldap.baseObject", "Objects searched")
  package static let fields = [operation, result, name, base]

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { LDAPParser() }
}
