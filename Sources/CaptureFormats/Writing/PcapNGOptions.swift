/// The options at the end of a block (draft-ietf-opsawg-pcapng section 3.5).
struct PcapNGOptions {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ code: UInt16, _ value: [UInt8]) {
    append(code)
    append(UInt16(value.count))
    bytes += value
    bytes += repeatElement(0, count: -value.count & 3)
  }

  /// Leaves out text that is empty, and what goes past the 65,535 bytes of an option.
  mutating func add(_ code: UInt16, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    add(code, Self.cut(text, to: Int(UInt16.max)))
  }

  mutating func add(_ code: UInt16, _ count: UInt64?) {
    guard let count else { return }
    add(code, (0..<8).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) })
  }

  /// A time is two halves, the high one first, in every byte order.
  mutating func add(_ code: UInt16, _ time: Timestamp) {
    let ticks = PcapNGWriter.ticks(time)
    add(code, ticks << 32 | ticks >> 32)
  }

  /// The filter's kind goes before its text: 0 is libpcap's syntax.
  mutating func add(filter: String?) {
    guard let filter, !filter.isEmpty else { return }
    add(11, [0] + Self.cut(filter, to: Int(UInt16.max) - 1))
  }

  /// Ends the list, unless it is empty.
  mutating func end() {
    if !bytes.isEmpty { bytes += [0, 0, 0, 0] }
  }

  private mutating func append(_ value: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(value >> 8))
  }

  /// UTF-8 of at most `limit` bytes, without half a character at its end.
  private static func cut(_ text: String, to limit: Int) -> [UInt8] {
    let utf8 = Array(text.utf8)
    guard utf8.count > limit else { return utf8 }
    var end = limit
    while end > 0, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(utf8[..<end])
  }
}
