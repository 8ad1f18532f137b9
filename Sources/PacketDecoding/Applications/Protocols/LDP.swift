/// Label distribution for MPLS.
package enum LDP: ApplicationProtocol {
  package static let id = ProtocolID.ldp
  package static let reference = "RFC 5036"
  package static let udpPorts: [UInt16] = [646]
  package static let tcpPorts: [UInt16] = [646]
}
