/// Messaging and presence: which domains, which stanzas, never what is said.
package enum XMPP: ApplicationProtocol {
  package static let id = ProtocolID.xmpp
  package static let reference = "RFC 6120"
  package static let tcpPorts: [UInt16] = [5222, 5269]

  package static let domain = ApplicationField("xmpp.to", "Domains")
  package static let stanza = ApplicationField("xmpp.attribute", "Elements")
  package static let mechanism = ApplicationField("xmpp.mechanism", "Login mechanisms")
  package static let fields = [domain, stanza, mechanism]

  /// The opening of a stream, behind a declaration of XML or not (section 4.7).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.starts(with: "<?xml ") || reader.starts(with: "<stream:stream ") else {
      return false
    }
    return reader.prefix(512).contains(lowercase: "<stream:stream ")
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { XMPPParser() }
}
