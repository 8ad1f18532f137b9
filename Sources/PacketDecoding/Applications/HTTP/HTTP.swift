/// HTTP/1 in clear text.
package enum HTTP: ApplicationProtocol {
  package static let id = ProtocolID.http
  package static let reference = "RFC 9112"
  package static let reads =
    "methods, statuses, hosts, paths, user agents, content types, proxies, bodies, latency"
  package static let tcpPorts: [UInt16] = [80, 8080, 3128]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    HTTPStreamParser.looksLikeRequest(reader) || HTTPStreamParser.looksLikeResponse(reader)
  }

  // What does not look like it on its port is something else.
  package static func acceptsStream(_ reader: ByteReader) -> Bool { false }
}
