/// The frames in one direction of a WebSocket connection behind its handshake (RFC 6455 section 5).
///
/// Payloads are passed over; only why a connection is closed is read.
package struct WebSocketStreamParser: Sendable {
  /// The longest header, with its mask and a close code.
  private static let headLimit = 16

  /// What is held of a header that has not come whole.
  private var held = HeldBytes()
  /// How much of a payload is still to come.
  private var skipping = 0
  /// Opcode of the message of which not all frames have come.
  private var message: WebSocketOpcode?
  /// Whether the frames were lost in a gap, until a segment consists of them.
  private var isLost = false
  /// Whether what came is not WebSocket.
  package private(set) var isDone = false

  package init() {}

  /// Bytes that are kept until the rest of their frame comes.
  package var heldByteCount: Int { held.count }

  /// Reads the next bytes of the stream, which begin with a segment.
  package mutating func consume(_ bytes: RawSpan, into frames: inout [WebSocketFrame]) {
    var reader = ByteReader(bytes)
    if isLost {
      guard Self.isMadeOfFrames(reader) else { return }
      isLost = false
    }
    while !isDone, !reader.isAtEnd {
      if skipping > 0 {
        let count = min(skipping, reader.remaining)
        reader.advance(count)
        skipping -= count
      } else {
        readFrame(&reader, into: &frames)
      }
    }
  }

  /// Passes over bytes that were not captured.
  package mutating func skipGap(_ count: Int) {
    guard count > 0, !isLost else { return }
    _ = held.release()
    isLost = count > skipping
    skipping = max(0, skipping - count)
    if isLost { message = nil }
  }

  private mutating func readFrame(
    _ reader: inout ByteReader, into frames: inout [WebSocketFrame]
  ) {
    let known = held.count
    // A byte that is held was not enough for a frame; the rest goes back if it was too much.
    var ahead = reader
    held.take(Self.headLimit - known, from: &ahead)
    var head = held.reader
    do {
      guard var frame = try WebSocketFrame(parsing: &head) else {
        isDone = true
        return
      }
      let used = try Self.readCloseCode(&frame, &head)
      reader.advance(head.offset - known)
      _ = held.release()
      skipping = frame.payloadByteCount - used
      frames.append(inMessage(frame))
    } catch {
      reader.advance(reader.remaining)
    }
  }

  /// Reads what stands before the payload, and of a close frame the code in it; how many bytes of
  /// the payload that took.
  private static func readCloseCode(
    _ frame: inout WebSocketFrame, _ head: inout ByteReader
  ) throws(DecodeError) -> Int {
    var mask: UInt32 = 0
    if frame.isMasked { mask = try head.read() }
    guard frame.opcode == .close, frame.payloadByteCount >= 2 else { return 0 }
    frame.closeCode = try head.read(as: UInt16.self) ^ UInt16(truncatingIfNeeded: mask >> 16)
    return 2
  }

  private mutating func inMessage(_ frame: WebSocketFrame) -> WebSocketFrame {
    guard !frame.opcode.isControl else { return frame }
    var frame = frame
    if frame.opcode == .continuation { frame.kind = message ?? .continuation }
    message = frame.isFinal ? nil : frame.kind
    return frame
  }

  /// Whether frames follow one another from the first byte to the last.
  private static func isMadeOfFrames(_ reader: ByteReader) -> Bool {
    var rest = reader
    while !rest.isAtEnd {
      guard let frame = try? WebSocketFrame(parsing: &rest) else { return false }
      let length = frame.payloadByteCount.addingReportingOverflow(frame.isMasked ? 4 : 0)
      guard !length.overflow, length.partialValue <= rest.remaining else { return false }
      rest.advance(length.partialValue)
    }
    return true
  }
}
