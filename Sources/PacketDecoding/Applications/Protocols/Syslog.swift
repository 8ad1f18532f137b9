/// Log messages.
package enum Syslog: ApplicationProtocol {
  package static let id = ProtocolID.syslog
  package static let reference = "RFC 5424"
  package static let udpPorts: [UInt16] = [514]
}
