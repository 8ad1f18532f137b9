/// Telecontrol of utilities.
package enum DNP3: ApplicationProtocol {
  package static let id = ProtocolID.dnp3
  package static let reference = "IEEE 1815"
  package static let tcpPorts: [UInt16] = [20000]
}
