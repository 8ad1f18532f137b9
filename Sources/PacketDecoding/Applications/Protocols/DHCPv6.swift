/// Host configuration for IPv6.
package enum DHCPv6: ApplicationProtocol {
  package static let id = ProtocolID.dhcpv6
  package static let reference = "RFC 8415"
  package static let udpPorts: [UInt16] = [546, 547]
}
