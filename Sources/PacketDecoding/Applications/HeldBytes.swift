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
    // Never throws: the count is held to what remains.
    do { try reader.readBytes(count, onto: &bytes) } catch {}
  }

  /// Hands out what is held, and holds nothing any more.
  mutating func release() -> HeldBytes {
    let whole = self
    bytes = []
    return whole
  }
}
