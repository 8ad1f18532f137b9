/// WireGuard tunnels.
package enum WireGuard: ApplicationProtocol {
  package static let id = ProtocolID.wg
  package static let reference = "the WireGuard whitepaper"
  package static let udpPorts: [UInt16] = [51820]
}
