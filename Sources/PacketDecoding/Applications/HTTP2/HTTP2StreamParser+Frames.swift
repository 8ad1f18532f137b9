extension HTTP2StreamParser {
  private static let preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"

  /// Reads the first bytes of a frame, or of the preface of a client (RFC 9113 section 3.4).
  mutating func readHeader(_ reader: inout ByteReader, into events: inout [HTTP2Event]) {
    held.take(HTTP2FrameHeader.byteCount - held.count, from: &reader)
    guard held.count == HTTP2FrameHeader.byteCount else { return }
    let whole = held.release()
    if whole.reader.starts(with: "PRI * HTT") {
      state = .skip(Self.preface.utf8.count - whole.count)
      return
    }
    var header = whole.reader
    guard let frame = try? HTTP2FrameHeader(parsing: &header) else { return }
    begin(frame, into: &events)
  }

  private mutating func begin(_ frame: HTTP2FrameHeader, into events: inout [HTTP2Event]) {
    let isInBlock = blockFrame != nil
    // Nothing may come between the frames of a header block (section 6.10).
    guard isInBlock == (frame.type == .continuation) else { return lose() }
    self.frame = frame
    events.append(.frame(frame.type))
    guard let wanted = Self.lookedAt(frame) else { return lose() }
    state = wanted > 0 ? .payload : .skip(frame.length)
    if frame.length == 0 {
      state = .header
      read(HeldBytes(), into: &events)
      endFrame(into: &events)
    }
  }

  /// How many bytes of the payload are read; nil if the frame cannot be one, or is too big to read.
  private static func lookedAt(_ frame: HTTP2FrameHeader) -> Int? {
    switch frame.type {
    case .headers, .pushPromise, .continuation:
      frame.length <= headerLimit ? frame.length : nil
    case .data: frame.isPadded ? (frame.length > 0 ? 1 : nil) : 0
    case .resetStream: frame.length == 4 ? 4 : nil
    case .goAway: frame.length >= 8 ? 8 : nil
    default: 0
    }
  }

  mutating func readPayload(_ reader: inout ByteReader, into events: inout [HTTP2Event]) {
    guard let frame, let wanted = Self.lookedAt(frame) else { return lose() }
    held.take(wanted - held.count, from: &reader)
    guard held.count == wanted else { return }
    let payload = held.release()
    let rest = frame.length - wanted
    state = rest > 0 ? .skip(rest) : .header
    read(payload, into: &events)
    if state == .header { endFrame(into: &events) }
  }

  private mutating func read(_ payload: HeldBytes, into events: inout [HTTP2Event]) {
    guard let frame else { return }
    switch frame.type {
    case .data:
      // The padding, and the byte that says how long it is, are no content.
      if let padding: UInt8 = payload.reader.peek() {
        open[frame.stream]?.bodyByteCount -= Int(padding) + 1
      }
    case .headers, .pushPromise, .continuation: addToBlock(payload.reader, into: &events)
    case .resetStream:
      if let code: UInt32 = payload.reader.peek() { reset(frame.stream, code, into: &events) }
    case .goAway:
      if let code: UInt32 = payload.reader.peek(at: 4) { events.append(.goAway(code: code)) }
    default: break
    }
  }

  private mutating func reset(
    _ stream: UInt32, _ code: UInt32, into events: inout [HTTP2Event]
  ) {
    abandon(stream, into: &events)
    events.append(.reset(stream: stream, code: code))
  }

  /// Ends a message where it is, as when the other side gave its stream up.
  package mutating func abandon(_ stream: UInt32, into events: inout [HTTP2Event]) {
    open[stream]?.isWhole = false
    end(stream, into: &events)
  }

  /// Counts what the frame brought and, if it is the last of its message, ends that.
  mutating func endFrame(into events: inout [HTTP2Event]) {
    guard let frame else { return }
    self.frame = nil
    if frame.type == .data { open[frame.stream]?.bodyByteCount += frame.length }
    if frame.endsStream, blockFrame == nil { end(frame.stream, into: &events) }
  }

  mutating func end(_ stream: UInt32, into events: inout [HTTP2Event]) {
    guard let message = open.removeValue(forKey: stream) else { return }
    let end = HTTPEvent.end(
      bodyByteCount: max(0, message.bodyByteCount), isWhole: message.isWhole)
    events.append(.message(stream: stream, end))
  }
}
