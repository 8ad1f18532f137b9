/// Kerberos authentication.
package enum Kerberos: ApplicationProtocol {
  package static let id = ProtocolID.kerberos
  package static let reference = "RFC 4120"
  package static let udpPorts: [UInt16] = [88]
  package static let tcpPorts: [UInt16] = [88]
}
