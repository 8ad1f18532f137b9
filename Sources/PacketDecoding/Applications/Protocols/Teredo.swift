/// IPv6 over UDP through address translators.
package enum Teredo: ApplicationProtocol {
  package static let id = ProtocolID.teredo
  package static let reference = "RFC 4380"
  package static let reads = "the packet in it"
  package static let udpPorts: [UInt16] = [3544]
}
