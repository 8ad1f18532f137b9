/// The border gateway protocol.
package enum BGP: ApplicationProtocol {
  package static let id = ProtocolID.bgp
  package static let reference = "RFC 4271"
  package static let tcpPorts: [UInt16] = [179]
}
