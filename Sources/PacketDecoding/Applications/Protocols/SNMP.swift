/// Network management.
package enum SNMP: ApplicationProtocol {
  package static let id = ProtocolID.snmp
  package static let reference = "RFC 3416"
  package static let udpPorts: [UInt16] = [161, 162]
}
