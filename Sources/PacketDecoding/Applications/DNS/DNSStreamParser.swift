/// The DNS messages in one direction of a TCP stream, each behind its length
/// (RFC 1035 section 4.2.2).
package struct DNSStreamParser: Sendable {
  /// What is held of a message that is not complete: at most its length and 65,535 bytes.
  private var held = HeldBytes()
  /// How much of a damaged message is still to come.
  private var skipping = 0
  /// Whether the stream lost its framing in a gap, or never had any.
  package private(set) var isDone = false

  package init() {}

  /// Reads the next bytes of the stream and appends the messages that they complete.
  package mutating func consume(_ bytes: RawSpan, into messages: inout [DNSMessage]) {
    var reader = ByteReader(bytes)
    while !isDone, !reader.isAtEnd {
      if skipping > 0 {
        let count = min(skipping, reader.remaining)
        reader.advance(count)
        skipping -= count
      } else if held.isEmpty, let length: UInt16 = reader.peek(), reader.remaining - 2 >= length {
        reader.advance(2)
        deliver(reader.prefix(Int(length)), to: &messages)
        reader.advance(Int(length))
      } else {
        held.take(missing, from: &reader)
        if missing == 0 { deliverHeld(to: &messages) }
      }
    }
  }

  /// Bytes that are kept until the rest of their message comes.
  package var heldByteCount: Int { held.count }

  /// Passes over bytes that were not captured: the message that they hit is lost.
  package mutating func skipGap(_ count: Int) {
    guard count > 0, !isDone else { return }
    let rest = skipping > 0 ? skipping : held.count >= 2 ? missing : 0
    _ = held.release()
    skipping = rest - count
    if skipping < 0 { isDone = true }
  }

  /// How many bytes the length, or the message that it announces, still needs.
  private var missing: Int {
    guard let length: UInt16 = held.reader.peek() else { return 2 - held.count }
    return 2 + Int(length) - held.count
  }

  private mutating func deliverHeld(to messages: inout [DNSMessage]) {
    let whole = held.release()
    var message = whole.reader
    message.advance(2)
    deliver(message, to: &messages)
  }

  /// A length that no message has means that this is not DNS.
  private mutating func deliver(_ message: ByteReader, to messages: inout [DNSMessage]) {
    var message = message
    if message.remaining >= DNSHeader.byteCount, let parsed = try? DNSMessage(parsing: &message) {
      messages.append(parsed)
    } else {
      isDone = true
    }
  }
}
