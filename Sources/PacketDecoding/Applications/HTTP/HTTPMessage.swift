/// A message in the form of HTTP/1 that is a datagram of its own, as in SSDP (UPnP Device
/// Architecture section 1).
package enum HTTPMessage: Hashable, Sendable {
  case request(HTTPRequest)
  case response(HTTPResponse)

  /// Reads one message from the rest of `reader`; nil if it does not begin with a first line.
  package init?(parsing reader: inout ByteReader) {
    var parser = HTTPStreamParser()
    var events: [HTTPEvent] = []
    parser.consume(&reader, into: &events)
    parser.finish(isClosed: true, into: &events)
    switch events.first {
    case .request(let request): self = .request(request)
    case .response(let response): self = .response(response)
    default: return nil
    }
  }
}
