/// Trivial file transfer.
package enum TFTP: ApplicationProtocol {
  package static let id = ProtocolID.tftp
  package static let reference = "RFC 1350"
  package static let udpPorts: [UInt16] = [69]
}
