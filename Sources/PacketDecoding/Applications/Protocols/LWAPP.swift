/// Control of wireless access points.
package enum LWAPP: ApplicationProtocol {
  package static let id = ProtocolID.lwapp
  package static let reference = "RFC 5412"
  package static let reads = "the frame in data messages"
  package static let udpPorts: [UInt16] = [12222, 12223]
}
