/// The constrained application protocol.
package enum CoAP: ApplicationProtocol {
  package static let id = ProtocolID.coap
  package static let reference = "RFC 7252"
  package static let udpPorts: [UInt16] = [5683]
}
