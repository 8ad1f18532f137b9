/// The NetBIOS datagram service.
package enum NBDGM: ApplicationProtocol {
  package static let id = ProtocolID.nbdgm
  package static let reference = "RFC 1002"
  package static let udpPorts: [UInt16] = [138]
}
