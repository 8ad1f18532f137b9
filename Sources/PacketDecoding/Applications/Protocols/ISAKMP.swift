/// The key exchange of IPsec.
package enum ISAKMP: ApplicationProtocol {
  package static let id = ProtocolID.isakmp
  package static let reference = "RFC 7296"
  package static let udpPorts: [UInt16] = [500]
}
