extension HTTPStreamParser {
  /// Takes the next line, or the beginning of it that there is.
  mutating func readLine(_ reader: inout ByteReader, into events: inout [HTTPEvent]) {
    let end = reader.distance(to: 0x0A)
    if state == .startLine, line.isEmpty {
      isOfThisSegment = true
      loss = .none
    }
    let room = Self.headerLimit - fields.byteCount - line.count
    guard let end, end < room else { return hold(&reader, room, into: &events) }
    if line.isEmpty {
      let whole = reader.prefix(end)
      reader.advance(end + 1)
      read(whole, length: end + 1, into: &events)
    } else {
      line.take(end, from: &reader)
      reader.advance(1)
      let whole = line.release()
      read(whole.reader, length: whole.count + 1, into: &events)
    }
  }

  /// Ends the message in hand where it is, and looks for the next.
  mutating func cut(into events: inout [HTTPEvent]) {
    let rest = line.release()
    if loss == .none { loss = .hole }
    if state == .startLine { beginCut(rest.reader) }
    if state == .fields {
      _ = fields.read(rest.reader)
      fields.byteCount += rest.count
      deliver(isComplete: false, into: &events)
      endMessage(into: &events)
    } else if !isDone, state != .startLine, state != .lost {
      endMessage(into: &events)
    }
    guard !isDone else { return }
    lose()
  }

  /// Keeps the beginning of a line, unless it is of no use or too long.
  private mutating func hold(
    _ reader: inout ByteReader, _ room: Int, into events: inout [HTTPEvent]
  ) {
    // Of what is no message, nothing is copied.
    if line.isEmpty, state == .startLine, !HTTPStartLine.mayBegin(reader.prefix(room)) {
      reader.advance(room)
      return lose()
    }
    line.take(room, from: &reader)
    if state == .startLine, !HTTPStartLine.mayBegin(line.reader) {
      _ = line.release()
      lose()
    } else if Self.headerLimit - fields.byteCount <= line.count {
      cut(into: &events)
    }
  }

  private mutating func lose() {
    fields = HTTPFields()
    folding = nil
    bodyByteCount = 0
    isInSync = false
    state = .lost
  }

  private mutating func read(_ line: ByteReader, length: Int, into events: inout [HTTPEvent]) {
    var line = line
    if line.remaining > 0, line.peek(at: line.remaining - 1) == UInt8(0x0D) {
      line.limit(to: line.remaining - 1)
    }
    switch state {
    case .startLine: begin(line, length: length)
    case .fields: readField(line, length: length, into: &events)
    case .chunkSize: readChunkSize(line, into: &events)
    case .chunkEnd: state = .chunkSize
    case .trailer: readTrailer(line, length: length, into: &events)
    default: break
    }
  }

  private mutating func begin(_ line: ByteReader, length: Int) {
    if line.isAtEnd { return }  // empty lines before a request are to be ignored (section 2.2)
    fields = HTTPFields()
    fields.byteCount = length
    state = .fields
    switch HTTPStartLine(line, strictly: !isInSync && !HTTPStartLine.isLikelyRequest(line)) {
    case .request(let first): request = first
    case .response(let first): response = first
    case .http2Preface:
      isHTTP2 = true
      stop()
    case nil: lose()
    }
  }

  /// Begins a message with part of its first line, if that is enough to know it.
  private mutating func beginCut(_ line: ByteReader) {
    let isResponse = line.starts(with: "HTTP/")
    let isRequest =
      isInSync ? HTTPStartLine.hasKnownMethod(line) : HTTPStartLine.isLikelyRequest(line)
    guard isResponse || isRequest else { return }
    begin(line, length: line.remaining)
  }

  private mutating func readField(
    _ line: ByteReader, length: Int, into events: inout [HTTPEvent]
  ) {
    fields.byteCount += length
    guard let first: UInt8 = line.peek() else { return deliver(isComplete: true, into: &events) }
    if first == 0x20 || first == 0x09 {
      if let folding { fields.fold(line, into: folding) }
    } else {
      folding = fields.read(line)
    }
  }

  private mutating func deliver(isComplete: Bool, into events: inout [HTTPEvent]) {
    folding = nil
    if var message = request {
      request = nil
      message.fields = fields
      message.isComplete = isComplete
      events.append(.request(message))
      if isComplete {
        beginBody(isChunked: fields.isChunked, length: fields.contentLength ?? 0, into: &events)
      }
    } else if var message = response {
      response = nil
      message.fields = fields
      message.isComplete = isComplete
      deliver(message, into: &events)
    }
    fields.byteCount = 0
    isInSync = true
  }

  /// Reports a response, and tells from it what follows (RFC 9112 section 6.3).
  private mutating func deliver(_ response: HTTPResponse, into events: inout [HTTPEvent]) {
    var response = response
    response.followsGap = !isInSync
    let kind = response.isInterim ? .other : answeredRequest()
    let isTunnel = kind == .connect && (200..<300).contains(response.status)
    response.switchesProtocol = isTunnel || response.status == 101
    events.append(.response(response))
    guard response.isComplete else { return }
    if response.isInterim {
      state = .startLine
    } else if response.switchesProtocol {
      endMessage(into: &events)
      stop()
    } else if kind == .head || [204, 304].contains(response.status) {
      endMessage(into: &events)
    } else if fields.isChunked || fields.contentLength != nil {
      beginBody(isChunked: fields.isChunked, length: fields.contentLength ?? 0, into: &events)
    } else {
      state = .untilClose
    }
  }

  private mutating func beginBody(
    isChunked: Bool, length: Int, into events: inout [HTTPEvent]
  ) {
    bodyByteCount = 0
    state = isChunked ? .chunkSize : .body(length)
    if !isChunked, length == 0 { endMessage(into: &events) }
  }

  /// A hexadecimal number, behind which extensions may follow (RFC 9112 section 7.1).
  private mutating func readChunkSize(_ line: ByteReader, into events: inout [HTTPEvent]) {
    var line = line
    var size = 0
    var digits = 0
    line.trim()
    while let byte: UInt8 = line.peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue {
      digits += 1
      size = size << 4 | digit
      line.advance(1)
      // Wireshark takes no more than this for a chunk.
      if size > 1 << 31 { return endBadly(into: &events) }
    }
    guard digits > 0 else { return endBadly(into: &events) }
    state = size > 0 ? .chunk(size) : .trailer
  }

  /// Ends a message whose chunks are none; nothing of it is missing.
  private mutating func endBadly(into events: inout [HTTPEvent]) {
    endMessage(into: &events)
    lose()
  }

  private mutating func readTrailer(
    _ line: ByteReader, length: Int, into events: inout [HTTPEvent]
  ) {
    fields.byteCount += length
    guard line.isAtEnd else { return }
    fields.byteCount = 0
    endMessage(into: &events)
  }
}
