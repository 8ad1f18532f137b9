/// The binary packets of one direction of an SSH connection, while they are clear (RFC 4253
/// section 6).
struct SSHPacketReader: Sendable {
  /// More of a packet is not kept.
  private static let limit = 16_384
  private static let lengthByteCount = 4

  private var held = HeldBytes()
  /// Bytes of the packet before that are passed over.
  private var passing = 0
  /// True when what comes can be no packet.
  private(set) var isLost = false

  var heldByteCount: Int { held.count }

  /// The next packet with its length in front, or nil when `reader` has come to its end.
  mutating func next(_ reader: inout ByteReader) -> HeldBytes? {
    let passed = min(passing, reader.remaining)
    reader.advance(passed)
    passing -= passed
    held.take(Self.lengthByteCount - held.count, from: &reader)
    guard !isLost, let length = held.reader.peek(as: UInt32.self) else { return nil }
    guard (2...35_000).contains(length) else {
      isLost = true
      return nil
    }
    let whole = Int(length) + Self.lengthByteCount
    let wanted = min(whole, Self.limit)
    held.take(wanted - held.count, from: &reader)
    guard held.count == wanted else { return nil }
    passing = whole - wanted
    return held.release()
  }
}
