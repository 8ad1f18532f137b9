/// Message queues.
package enum AMQP: ApplicationProtocol {
  package static let id = ProtocolID.amqp
  package static let reference = "AMQP 0-9-1"
  package static let tcpPorts: [UInt16] = [5672]
}
