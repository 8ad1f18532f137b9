/// Bidirectional forwarding detection.
package enum BFD: ApplicationProtocol {
  package static let id = ProtocolID.bfd
  package static let reference = "RFC 5880"
  package static let udpPorts: [UInt16] = [3784, 4784, 6784, 7784]
}
