extension HTTP2StreamParser {
  /// Whether a stream that begins like this is of HTTP/2, on any port.
  ///
  /// A client says so in its preface; a server begins with its settings (RFC 9113 section 3.4). In the
  /// middle of a stream, a segment of several whole frames shows it.
  package static func recognizes(_ reader: ByteReader) -> Bool {
    if reader.starts(with: "PRI * HTTP/2.0\r\n") { return true }
    var rest = reader
    guard let first = try? HTTP2FrameHeader(parsing: &rest), first.isPlausible else { return false }
    if first.type == .settings, isMadeOfSettings(rest, length: first.length) { return true }
    return isMadeOfFrames(reader, atLeast: 2)
  }

  /// Settings of a number that is in use (section 6.5.2), and nothing or a frame behind them.
  private static func isMadeOfSettings(_ reader: ByteReader, length: Int) -> Bool {
    guard length > 0, length <= 60, length <= reader.remaining else { return false }
    for place in stride(from: 0, to: length, by: 6) {
      guard let number: UInt16 = reader.peek(at: place), (1...16).contains(number) else {
        return false
      }
    }
    var rest = reader
    rest.advance(length)
    return rest.isAtEnd || isMadeOfFrames(rest)
  }

  /// Whether frames follow one another to the last byte, at least `minimum` of them.
  static func isMadeOfFrames(_ reader: ByteReader, atLeast minimum: Int = 1) -> Bool {
    var rest = reader
    var count = 0
    while !rest.isAtEnd {
      guard let frame = try? HTTP2FrameHeader(parsing: &rest), frame.isPlausible,
        frame.length <= rest.remaining
      else { return false }
      rest.advance(frame.length)
      count += 1
    }
    return count >= minimum
  }
}
