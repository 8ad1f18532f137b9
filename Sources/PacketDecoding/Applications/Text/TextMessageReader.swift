/// Messages of SIP, RTSP or SSDP in one direction of a stream, or in a datagram.
struct TextMessageReader: Sendable {
  private static let lineLimit = 1000
  private static let bodyLimit = 8192

  private var lines = LineReader()
  private var message: TextMessage?
  private var lineCount = 0
  /// Bytes of the body that are still to come; negative outside of one.
  private var bodyRest = -1
  /// The beginning of a frame between messages: its sign, channel and length.
  private var frame = HeldBytes()

  var heldByteCount: Int { lines.heldByteCount + (message?.body.count ?? 0) + lineCount * 64 }

  /// The next whole message, or nil when `reader` has come to its end.
  mutating func next(_ reader: inout ByteReader) -> TextMessage? {
    while !reader.isAtEnd {
      if bodyRest > 0 { readBody(&reader) }
      if bodyRest == 0 { return take() }
      lines.passOver(&reader)
      if message == nil, lines.isAtStart, isFrame(reader) {
        readFrame(&reader)
      } else if let line = lines.next(&reader) {
        read(line)
      }
    }
    return bodyRest == 0 ? take() : nil
  }

  /// What there is of a message that ends here, as a datagram does.
  mutating func finish() -> TextMessage? { take() }

  /// Passes over bytes that were not captured: the message that they hit is lost.
  mutating func skipGap(_ count: Int) {
    if bodyRest >= count {
      bodyRest -= count
    } else {
      self = TextMessageReader()
      lines.skipGap(count)
    }
  }

  private mutating func take() -> TextMessage? {
    defer {
      message = nil
      lineCount = 0
      bodyRest = -1
    }
    return message
  }

  private mutating func read(_ line: TextLine) {
    lineCount += 1
    guard message != nil else {
      // Empty lines between messages keep a connection open (RFC 5626 section 3.5.1).
      if !line.isEmpty { message = TextMessage(startLine: line) }
      return
    }
    if line.isEmpty {
      bodyRest = message?.field("content-length", "l")?.number ?? 0
    } else if lineCount > Self.lineLimit {
      message = nil
      lineCount = 0
    } else {
      message?.add(line)
    }
  }

  private mutating func readBody(_ reader: inout ByteReader) {
    let count = min(bodyRest, reader.remaining)
    let kept = min(count, Self.bodyLimit - (message?.body.count ?? 0))
    message?.body += (try? reader.readBytes(max(0, kept))) ?? []
    reader.advance(count - max(0, kept))
    bodyRest -= count
  }

  /// Whether media of RTSP lie here, in the frames of RFC 7826 section 14.
  private func isFrame(_ reader: ByteReader) -> Bool {
    !frame.isEmpty || reader.peek() == UInt8(ascii: "$")
  }

  private mutating func readFrame(_ reader: inout ByteReader) {
    frame.take(4 - frame.count, from: &reader)
    guard frame.count == 4 else { return }
    let header = frame.release()
    lines.pass(header.reader.peek(at: 2, as: UInt16.self).map { Int($0) } ?? 0)
  }
}
