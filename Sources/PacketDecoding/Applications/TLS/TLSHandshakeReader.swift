/// Puts handshake messages together from the records that they are spread over
/// (RFC 8446 section 5.1).
struct TLSHandshakeReader: Sendable {
  private static let headerByteCount = 4
  /// Longer messages are passed over.
  private static let messageLimit = 65_536
  /// More certificates than this, and longer ones, are left out.
  private static let certificateLimit = 10
  private static let certificateByteLimit = 16_384

  /// Whether the rest of the stream is encrypted.
  private(set) var isDone = false
  private var held = HeldBytes()
  /// How much of a message that is of no use is still to come.
  private var skipping = 0
  /// Behind a change of ciphers only a hello can be in clear text: the second one of TLS 1.3.
  private var helloLength: Int?

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
    let isWanted = isHello || type == .certificate
    guard isWanted, length <= Self.messageLimit else {
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
    switch type {
    case .clientHello:
      var hello = TLSClientHello(parsing: &body)
      hello.isComplete = hello.isComplete && isWhole
      events.append(.clientHello(hello))
    case .serverHello:
      var hello = TLSServerHello(parsing: &body)
      hello.isComplete = hello.isComplete && isWhole
      events.append(.serverHello(hello))
      isDone = hello.version.isTLS13 && !hello.isHelloRetryRequest
    case .certificate where isWhole:
      let chain = (try? Self.certificates(&body)) ?? []
      if !chain.isEmpty { events.append(.certificate(chain)) }
    default: break
    }
  }

  /// The chain of RFC 5246 section 7.4.2; that of TLS 1.3 is always encrypted.
  private static func certificates(_ body: inout ByteReader) throws(DecodeError) -> [[UInt8]] {
    var chain: [[UInt8]] = []
    let length = try body.readUInt24()
    body.limit(to: length)
    while !body.isAtEnd, chain.count < certificateLimit {
      let length = try body.readUInt24()
      if length > certificateByteLimit {
        try body.skip(length)
      } else {
        chain.append(try body.readBytes(length))
      }
    }
    return chain
  }
}
