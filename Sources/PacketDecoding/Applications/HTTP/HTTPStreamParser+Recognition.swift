extension HTTPStreamParser {
  /// Whether a stream that begins like this is of HTTP requests, on any port.
  ///
  /// A whole first line must end in a version, or hold one somewhere behind a known method; of one
  /// that is cut, the method must be known.
  package static func looksLikeRequest(_ reader: ByteReader) -> Bool {
    guard HTTPStartLine.mayBegin(reader), let first: UInt8 = reader.peek(), first != 0x0D else {
      return false
    }
    guard let end = reader.distance(to: 0x0A, within: headerLimit) else {
      return HTTPStartLine.hasKnownMethod(reader) && hasTarget(reader)
    }
    let line = reader.prefix(end)
    switch HTTPStartLine(line, strictly: true) {
    case .request: return true
    case .response, .http2Preface: return false
    case nil:
      // Some devices name versions such as "HTTP/1.0.8".
      return HTTPStartLine.hasKnownMethod(line) && hasTarget(line)
        && line.contains(lowercase: " http/")
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
