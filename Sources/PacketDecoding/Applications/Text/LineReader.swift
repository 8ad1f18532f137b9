/// The lines of one direction of a text protocol, which end in LF or CRLF.
struct LineReader: Sendable {
  /// A longer line comes as far as this.
  private let limit: Int
  private var held = HeldBytes()
  /// Bytes still to come that are no lines.
  private var passing = 0
  /// In the middle of a line whose beginning is not known.
  private var isInside = false

  init(limit: Int = 2048) { self.limit = limit }

  var heldByteCount: Int { held.count }

  /// True where a line begins.
  var isAtStart: Bool { held.isEmpty && passing == 0 && !isInside }

  /// Passes over the next `count` bytes, as those of a body.
  mutating func pass(_ count: Int) { passing = max(0, count) }

  /// Moves behind the bytes that are passed over.
  mutating func passOver(_ reader: inout ByteReader) {
    let count = min(passing, reader.remaining)
    reader.advance(count)
    passing -= count
  }

  /// The next whole line, or nil when `reader` has come to its end.
  mutating func next(_ reader: inout ByteReader) -> TextLine? {
    passOver(&reader)
    if isInside {
      guard let end = reader.distance(to: 0x0A) else {
        reader.advance(reader.remaining)
        return nil
      }
      reader.advance(end + 1)
      isInside = false
    }
    let end = reader.distance(to: 0x0A)
    let count = end ?? reader.remaining
    let kept = min(count, max(0, limit - held.count))
    held.take(kept, from: &reader)
    reader.advance(count - kept)
    guard end != nil else { return nil }
    reader.advance(1)
    return TextLine(line: held.release().bytes)
  }

  /// Passes over bytes that were not captured; the line in which they end is lost.
  mutating func skipGap(_ count: Int) {
    let passed = min(max(0, count), passing)
    passing -= passed
    guard count > passed else { return }
    _ = held.release()
    isInside = true
  }
}
