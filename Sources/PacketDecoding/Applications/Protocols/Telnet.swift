/// Terminals.
package enum Telnet: ApplicationProtocol {
  package static let id = ProtocolID.telnet
  package static let reference = "RFC 854"
  package static let tcpPorts: [UInt16] = [23]
}
