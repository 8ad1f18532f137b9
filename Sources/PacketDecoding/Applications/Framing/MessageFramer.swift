/// Cuts one direction of a stream into messages whose length is told at their beginning.
struct MessageFramer: Sendable {
  /// More of a message is not kept; it comes as far as this.
  private let limit: Int
  private var held = HeldBytes()
  /// The length of the message in hand, once it is known.
  private var length: Int?
  /// Bytes of the message before that are passed over.
  private var passing = 0
  /// True when it is not known any more where messages begin.
  private(set) var isLost = false

  private static let headerLimit = 16

  init(limit: Int) { self.limit = limit }

  var heldByteCount: Int { held.count }

  /// The next message, or nil when `reader` has come to its end.
  ///
  /// `lengthOf` tells the length of the whole message from its first bytes, nil if they are too few,
  /// and 0 if no message begins like that.
  mutating func next(
    _ reader: inout ByteReader, lengthOf: (ByteReader) -> Int?
  ) -> HeldBytes? {
    let passed = min(passing, reader.remaining)
    reader.advance(passed)
    passing -= passed
    while length == nil, !isLost {
      guard !reader.isAtEnd else { return nil }
      held.take(1, from: &reader)
      length = lengthOf(held.reader)
      if length.map({ $0 < held.count }) ?? (held.count >= Self.headerLimit) { lose() }
    }
    guard let length, !isLost else { return nil }
    let wanted = min(length, max(limit, held.count))
    held.take(wanted - held.count, from: &reader)
    guard held.count >= wanted else { return nil }
    passing = length - wanted
    self.length = nil
    return held.release()
  }

  /// Passes over bytes that were not captured.
  mutating func skipGap(_ count: Int) {
    if held.isEmpty, count <= passing {
      passing -= max(0, count)
    } else {
      lose()
    }
  }

  private mutating func lose() {
    isLost = true
    _ = held.release()
  }
}
