/// The layer two tunneling protocol.
package enum L2TP: ApplicationProtocol {
  package static let id = ProtocolID.l2tp
  package static let reference = "RFC 2661"
  package static let reads = "the packet in data messages"
  package static let udpPorts: [UInt16] = [1701]
}
