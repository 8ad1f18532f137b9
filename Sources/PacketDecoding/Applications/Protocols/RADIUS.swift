/// Authentication and accounting.
package enum RADIUS: ApplicationProtocol {
  package static let id = ProtocolID.radius
  package static let reference = "RFC 2865"
  package static let udpPorts: [UInt16] = [1645, 1646, 1812, 1813, 3799]
}
