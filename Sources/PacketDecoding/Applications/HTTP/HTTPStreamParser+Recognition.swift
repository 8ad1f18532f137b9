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
      return HTTPStartLine.isLikelyRequest(reader)
    }
    let line = reader.prefix(end)
    switch HTTPStartLine(line, strictly: true) {
    case .request: return true
    case .response, .http2Preface: return false
    case nil:
      // Some devices name versions such as "HTTP/1.0.8".
      return HTTPStartLine.isLikelyRequest(line) && line.contains(lowercase: " http/")
    }
  }

  /// Whether a stream that begins like this is of HTTP responses, on any port.
  package static func looksLikeResponse(_ reader: ByteReader) -> Bool {
    reader.starts(with: "HTTP/1.") || reader.starts(with: "ICY 200")
  }
}
