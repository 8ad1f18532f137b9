/// The NetBIOS name service.
package enum NBNS: ApplicationProtocol {
  package static let id = ProtocolID.nbns
  package static let reference = "RFC 1002"
  package static let udpPorts: [UInt16] = [137]
}
