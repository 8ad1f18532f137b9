/// Proxies of connections.
package enum SOCKS: ApplicationProtocol {
  package static let id = ProtocolID.socks
  package static let reference = "RFC 1928"
  package static let tcpPorts: [UInt16] = [1080]
}
