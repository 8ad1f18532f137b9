/// The routing information protocol for IPv6.
package enum RIPng: ApplicationProtocol {
  package static let id = ProtocolID.ripng
  package static let reference = "RFC 2080"
  package static let udpPorts: [UInt16] = [521]
}
