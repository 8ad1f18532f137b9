/// The frames in one direction of an HTTP/2 connection (RFC 9113), whoever sends them.
///
/// The payload of DATA is passed over without a look.
package struct HTTP2StreamParser: Sendable {
  /// A header block beyond this is not read, nor any field that refers to it.
  package static let headerLimit = 65_536
  /// Streams of which the body is counted at the same time.
  static let streamLimit = 1024

  enum State: Hashable, Sendable {
    case header
    /// Bytes of a payload that are looked at.
    case payload
    /// So many bytes to the end of the frame that are not looked at.
    case skip(Int)
    /// After a gap, until a segment consists of frames.
    case lost
  }

  /// A message whose end has not come.
  struct OpenMessage: Sendable {
    var bodyByteCount = 0
    var isWhole = true
  }

  var state = State.header
  var held = HeldBytes()
  var frame: HTTP2FrameHeader?
  var decoder = HPACKDecoder()
  /// A header block of which not all frames have come.
  var block: [UInt8] = []
  /// The frame that began it.
  var blockFrame: HTTP2FrameHeader?
  var promised: UInt32 = 0
  var open: [UInt32: OpenMessage] = [:]

  package init() {}

  /// About what is kept for the frames to come.
  package var heldByteCount: Int {
    held.count + block.count + decoder.heldByteCount + open.count * 32
  }

  /// Reads the next bytes of the stream; they begin with a segment.
  package mutating func consume(_ bytes: RawSpan, into events: inout [HTTP2Event]) {
    var reader = ByteReader(bytes)
    if state == .lost {
      guard Self.isMadeOfFrames(reader) else { return }
      state = .header
    }
    while !reader.isAtEnd {
      switch state {
      case .header: readHeader(&reader, into: &events)
      case .payload: readPayload(&reader, into: &events)
      case .skip(let count): skip(count, &reader, into: &events)
      case .lost: return
      }
    }
  }

  /// Passes over bytes that were not captured.
  package mutating func skipGap(_ count: Int, into events: inout [HTTP2Event]) {
    guard count > 0, state != .lost else { return }
    if let frame, frame.type == .data { open[frame.stream]?.isWhole = false }
    if case .skip(let left) = state, left >= count {
      return pass(count, of: left, into: &events)
    }
    lose()
  }

  /// Reports what has no end now that the stream ended.
  package mutating func finish(into events: inout [HTTP2Event]) {
    for stream in open.keys.sorted() { abandon(stream, into: &events) }
    lose()
  }

  mutating func lose() {
    state = .lost
    frame = nil
    _ = held.release()
    block = []
    blockFrame = nil
    decoder.damage()
    for stream in open.keys { open[stream]?.isWhole = false }
  }

  private mutating func skip(
    _ count: Int, _ reader: inout ByteReader, into events: inout [HTTP2Event]
  ) {
    let step = min(count, reader.remaining)
    reader.advance(step)
    pass(step, of: count, into: &events)
  }

  private mutating func pass(_ step: Int, of count: Int, into events: inout [HTTP2Event]) {
    state = step < count ? .skip(count - step) : .header
    if state == .header { endFrame(into: &events) }
  }
}
