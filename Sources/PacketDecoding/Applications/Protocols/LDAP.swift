/// The lightweight directory access protocol.
package enum LDAP: ApplicationProtocol {
  package static let id = ProtocolID.ldap
  package static let reference = "RFC 4511"
  package static let udpPorts: [UInt16] = [389]
  package static let tcpPorts: [UInt16] = [389]
}
