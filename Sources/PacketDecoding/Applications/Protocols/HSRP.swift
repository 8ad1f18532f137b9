/// Cisco's hot standby routers.
package enum HSRP: ApplicationProtocol {
  package static let id = ProtocolID.hsrp
  package static let reference = "RFC 2281"
  package static let udpPorts: [UInt16] = [1985]
}
