/// The bytes of a message that has not come whole yet; who holds them bounds them.
struct HeldBytes: Sendable {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }

  /// A reader of all that is held.
  var reader: ByteReader {
    @_lifetime(borrow self)
    get { unsafe ByteReader(bytes.span.bytes) }
  }

  /// Moves at most `count` bytes from `reader` to the end of what is held.
  mutating func take(_ count: Int, from reader: inout ByteReader) {
    let count = min(max(count, 0), reader.remaining)
    guard let more = try? reader.readBytes(count) else { return }
    if bytes.isEmpty { bytes = more } else { bytes += more }
  }

  /// Hands out what is held, and holds nothing any more.
  mutating func release() -> HeldBytes {
    let whole = self
    bytes = []
    return whole
  }
}
