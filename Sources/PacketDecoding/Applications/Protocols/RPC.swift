/// ONC remote procedure calls.
package enum RPC: ApplicationProtocol {
  package static let id = ProtocolID.rpc
  package static let reference = "RFC 5531"
  package static let udpPorts: [UInt16] = [111]
  package static let tcpPorts: [UInt16] = [111]
}
