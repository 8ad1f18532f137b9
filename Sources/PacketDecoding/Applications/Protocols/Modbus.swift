/// Modbus over TCP.
package enum Modbus: ApplicationProtocol {
  package static let id = ProtocolID.modbus
  package static let reference = "Modbus Messaging on TCP/IP 1.0b"
  package static let tcpPorts: [UInt16] = [502]
}
