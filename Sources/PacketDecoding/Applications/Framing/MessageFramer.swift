/// Cuts one direction of a stream into messages, of which it keeps no more than what is wanted.
struct MessageFramer: Sendable {
  /// Bytes of a message that are usually read.
  static let usualWant = 4096
  /// Bytes of a message that can be read at most.
  static let holdLimit = 64 << 10

  /// The beginning of a message that has not come far enough.
  private(set) var held = HeldBytes()
  /// How much of a message is still to be passed over.
  private var skipping = 0
  /// Whether the stream lost its framing, or never had any.
  private(set) var isLost = false

  /// Passes over what is left of a message; true if a message begins, or goes on, behind it.
  mutating func skip(_ reader: inout ByteReader) -> Bool {
    let count = min(skipping, reader.remaining)
    reader.advance(count)
    skipping -= count
    return !isLost && !reader.isAtEnd
  }

  /// Notes that all of a message of this length lies ahead.
  mutating func pass(_ length: Int) {
    if length > 0 { skipping = length } else { isLost = true }
  }

  /// Holds `count` bytes in all, or as many as there are.
  mutating func hold(_ count: Int, from reader: inout ByteReader) {
    guard count > held.count, count <= Self.holdLimit else { return lose() }
    held.take(count - held.count, from: &reader)
  }

  /// Hands out the beginning of a message of this length, the rest of which lies ahead.
  mutating func release(length: Int) -> HeldBytes {
    let bytes = held.release()
    skipping = length - bytes.count
    if skipping < 0 { lose() }
    return bytes
  }

  mutating func lose() {
    _ = held.release()
    skipping = 0
    isLost = true
  }

  /// Takes up a stream again where a message begins.
  mutating func resume() { isLost = false }

  /// Passes over bytes that were not captured; `extent` is that of the message that is held.
  mutating func skipGap(_ count: Int, extent: MessageExtent) {
    if skipping >= count {
      skipping -= count
    } else if skipping == 0, !held.isEmpty, case .message(let length, _) = extent,
      length - held.count >= count
    {
      skipping = length - held.count - count
      _ = held.release()
    } else {
      lose()
    }
  }
}
