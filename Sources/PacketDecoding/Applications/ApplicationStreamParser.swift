/// Reads both directions of one connection, whose bytes come in order.
///
/// Its caller bounds what all parsers hold back together; a parser bounds what one message may hold.
package protocol ApplicationStreamParser: Sendable {
  /// Takes the next bytes of one direction.
  mutating func consume(
    _ bytes: RawSpan, fromClient: Bool, into notes: inout ApplicationNotes)
  /// Says that the next `count` bytes of one direction were not captured.
  mutating func skipGap(_ count: Int, fromClient: Bool)
  /// True when nothing more is to be learnt.
  var isDone: Bool { get }
  /// Bytes that are held back until the rest of a message comes.
  var heldByteCount: Int { get }
}
