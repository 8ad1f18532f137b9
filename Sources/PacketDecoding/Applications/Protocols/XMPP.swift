/// Messaging and presence.
package enum XMPP: ApplicationProtocol {
  package static let id = ProtocolID.xmpp
  package static let reference = "RFC 6120"
  package static let tcpPorts: [UInt16] = [5222]
}
