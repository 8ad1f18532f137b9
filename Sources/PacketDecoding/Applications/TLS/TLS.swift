/// Transport layer security.
package enum TLS: ApplicationProtocol {
  package static let id = ProtocolID.tls
  package static let reference = "RFC 8446"
  package static let tcpPorts: [UInt16] = [443]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    TLSStreamParser.looksLikeTLS(reader)
  }

  // What does not look like it on its port is something else.
  package static func acceptsStream(_ reader: ByteReader) -> Bool { false }
}
