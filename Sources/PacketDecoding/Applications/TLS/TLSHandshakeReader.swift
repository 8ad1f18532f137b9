/// Puts handshake messages together from the records that they are spread over
/// (RFC 8446 section 5.1).
struct TLSHandshakeReader: Sendable {
  private static let headerByteCount = 4

  /// Whether the rest of the stream is encrypted.
  private(set) var isDone = false
  private var held = HeldBytes()
  /// How much of a message that is of no use is still to come.
  private var skipping = 0
  /// Behind a change of ciphers only a hello can be in clear text: the second one of TLS 1.3.
  private var helloLength: Int?
  /// What a server's hello chose.
  private var suite: TLSCipherSuite?

  var heldByteCount: Int { held.count }

  mutating func expectHello(recordLength: Int) {
    helloLength = held.isEmpty ? recordLength - Self.headerByteCount : nil
  }

  mutating func consume(_ reader: inout ByteReader, into events: inout [TLSEvent]) {
    while !isDone, !reader.isAtEnd {
      if skipping > 0 {
        let count = min(skipping, reader.remaining)
        reader.advance(count)
        skipping -= count
      } else {
        held.take(missing, from: &reader)
        if held.count == Self.headerByteCount { begin() }
        if held.count >= Self.headerByteCount, missing == 0 { deliver(into: &events) }
      }
    }
  }

  /// Ends the message that `count` missing bytes hit; behind them, `recordRest` bytes of the record
  /// in hand are left, which are of no use unless the message lasts longer.
  mutating func cut(_ count: Int, recordRest: Int, into events: inout [TLSEvent]) {
    let hasLength = skipping > 0 || held.count >= Self.headerByteCount
    let rest = skipping > 0 ? skipping : missing
    if held.count >= Self.headerByteCount { deliver(into: &events) }
    _ = held.release()
    skipping = hasLength && rest >= count ? rest - count : recordRest
  }

  private var type: TLSHandshakeType {
    TLSHandshakeType(rawValue: held.reader.peek() ?? 0xFF)
  }

  /// The length that the message in hand says it has behind its header.
  private var length: Int { Int(held.reader.peek(as: UInt32.self).map { $0 & 0xFF_FFFF } ?? 0) }

  /// How much of the message in hand, or of its header, is still to come.
  private var missing: Int {
    max(Self.headerByteCount + length - held.count, 0)
  }

  /// Looks at a message's header: is it wanted, is it clear text at all?
  private mutating func begin() {
    let isHello = type == .clientHello || type == .serverHello
    if let expected = helloLength {
      helloLength = nil
      guard isHello, length <= expected else {
        isDone = true
        return
      }
    }
    guard type.isKnown else {
      isDone = true
      return
    }
    guard type.isWanted, length <= TLSHandshakeMessage.lengthLimit else {
      skipping = length
      _ = held.release()
      return
    }
  }

  private mutating func deliver(into events: inout [TLSEvent]) {
    let isWhole = missing == 0
    let type = type
    let whole = held.release()
    var body = whole.reader
    body.advance(Self.headerByteCount)
    guard
      let event = TLSHandshakeMessage.event(type, &body, isWhole: isWhole, suite: suite)
    else { return }
    events.append(event)
    guard case .serverHello(let hello) = event else { return }
    suite = hello.cipherSuite
    isDone = hello.version.isTLS13 && !hello.isHelloRetryRequest
  }
}
