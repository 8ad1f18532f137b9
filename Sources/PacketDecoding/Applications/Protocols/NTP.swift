/// Network time.
package enum NTP: ApplicationProtocol {
  package static let id = ProtocolID.ntp
  package static let reference = "RFC 5905"
  package static let udpPorts: [UInt16] = [123]
}
