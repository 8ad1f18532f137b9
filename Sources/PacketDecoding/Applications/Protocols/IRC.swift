/// Internet relay chat.
package enum IRC: ApplicationProtocol {
  package static let id = ProtocolID.irc
  package static let reference = "RFC 2812"
  package static let tcpPorts: [UInt16] = [6667]
}
