/// Multicast DNS.
package enum MDNS: ApplicationProtocol {
  package static let id = ProtocolID.mdns
  package static let reference = "RFC 6762"
  package static let udpPorts: [UInt16] = [5353]
}
