/// The routing information protocol.
package enum RIP: ApplicationProtocol {
  package static let id = ProtocolID.rip
  package static let reference = "RFC 2453"
  package static let udpPorts: [UInt16] = [520]
}
