extension HTTPStreamParser {
  /// Whether a stream that begins like this is of HTTP requests, on any port.
  ///
  /// A whole first line must end in a version; of one that is cut, its method must be known.
  package static func looksLikeRequest(_ reader: ByteReader) -> Bool {
    guard HTTPStartLine.mayBegin(reader), let first: UInt8 = reader.peek(), first != 0x0D else {
      return false
    }
    guard let end = reader.distance(to: 0x0A, within: headerLimit) else {
      return HTTPStartLine.hasKnownMethod(reader) && hasTarget(reader)
    }
    switch HTTPStartLine(reader.prefix(end), strictly: true) {
    case .request, .http2Preface: return true
    default: return false
    }
  }

  /// Whether a stream that begins like this is of HTTP responses, on any port.
  package static func looksLikeResponse(_ reader: ByteReader) -> Bool {
    reader.starts(with: "HTTP/1.") || reader.starts(with: "ICY 200")
  }

  /// What follows the method is a path, a URL, an asterisk, or a host.
  private static func hasTarget(_ reader: ByteReader) -> Bool {
    guard let space = reader.distance(to: 0x20, within: 33) else { return false }
    guard let byte: UInt8 = reader.peek(at: space + 1) else { return false }
    if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*") { return true }
    var target = reader
    target.advance(space + 1)
    return target.starts(withLowercase: "http") || reader.starts(with: "CONNECT ")
  }
}
