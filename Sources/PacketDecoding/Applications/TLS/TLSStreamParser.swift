/// The clear beginning of one direction of a TLS stream: SSL 3.0 to TLS 1.3 (RFC 8446 section 5).
///
/// Feed it until ``isDone``, which comes with the first thing that is encrypted.
package struct TLSStreamParser: Sendable {
  // What is asked after every segment is stored, so that nobody copies a parser to ask it.
  package private(set) var isDone = false
  /// Bytes that are kept until the rest of their message comes.
  package private(set) var heldByteCount = 0
  /// Why the stream is not, or is no longer, readable as TLS, if that ended the parsing.
  package private(set) var stop: DecodeError?

  /// Bytes of records that were in clear text, with their headers.
  package private(set) var clearByteCount = 0

  /// The beginning of a record's header, or of a short message, or a hello in the form of SSL 2.0.
  private var held = HeldBytes()
  private var record: TLSRecordHeader?
  /// How much of the record is still to come.
  private var rest = 0
  private var ssl2Length = 0
  private var handshake = TLSHandshakeReader()
  private var cipherChanged = false
  private var isFirst = true

  package init() {}

  /// Reads the next bytes of the stream and appends what they complete.
  package mutating func consume(_ bytes: RawSpan, into events: inout [TLSEvent]) {
    var reader = ByteReader(bytes)
    while !isDone, !reader.isAtEnd {
      if ssl2Length > 0 {
        readSSL2(&reader, into: &events)
      } else if record == nil {
        readHeader(&reader)
      } else {
        readFragment(&reader, into: &events)
      }
    }
    if isDone { _ = held.release() }
    heldByteCount = held.count + handshake.heldByteCount
  }

  /// Passes over bytes that were not captured: a message that they hit is reported as far as it
  /// came, if it is a hello.
  package mutating func skipGap(_ count: Int, into events: inout [TLSEvent]) {
    guard count > 0, !isDone else { return }
    if ssl2Length > 0 { deliverSSL2(into: &events) }
    _ = held.release()
    // A record usually begins with a segment; if none does here, that shows in its header.
    let isHandshake = record?.content == .handshake
    let isInside = record != nil && count <= rest
    rest = isInside ? rest - count : 0
    if isHandshake || !isInside {
      handshake.cut(count, recordRest: isHandshake ? rest : 0, into: &events)
    }
    if rest == 0 { record = nil }
    heldByteCount = held.count + handshake.heldByteCount
  }

  private mutating func readHeader(_ reader: inout ByteReader) {
    held.take(TLSRecordHeader.byteCount - held.count, from: &reader)
    guard held.count == TLSRecordHeader.byteCount else { return }
    defer { isFirst = false }
    let whole = held
    if isFirst, let length = Self.ssl2Length(whole.reader) {
      ssl2Length = length
      return
    }
    _ = held.release()
    do throws(DecodeError) {
      var header = whole.reader
      try begin(TLSRecordHeader(parsing: &header))
    } catch {
      stop = error
      isDone = true
    }
  }

  private mutating func begin(_ header: TLSRecordHeader) throws(DecodeError) {
    record = header
    rest = header.length
    switch header.content {
    case .applicationData: isDone = true
    case .alert where header.length != 2: isDone = true  // encrypted
    case .handshake where cipherChanged: handshake.expectHello(recordLength: header.length)
    default: break
    }
    if !isDone { clearByteCount += TLSRecordHeader.byteCount }
  }

  private mutating func readFragment(_ reader: inout ByteReader, into events: inout [TLSEvent]) {
    guard let record else { return }
    let count = min(rest, reader.remaining)
    var fragment = reader.prefix(count)
    reader.advance(count)
    rest -= count
    clearByteCount += count
    if rest == 0 { self.record = nil }
    switch record.content {
    case .handshake:
      handshake.consume(&fragment, into: &events)
      isDone = handshake.isDone
    case .alert:
      held.take(count, from: &fragment)
      if rest == 0 { deliverAlert(into: &events) }
    case .changeCipherSpec: cipherChanged = true
    case .heartbeat where !cipherChanged:
      held.take(3 - held.count, from: &fragment)
      if rest == 0 { deliverHeartbeat(recordLength: record.length, into: &events) }
    default: break
    }
  }

  private mutating func deliverHeartbeat(recordLength: Int, into events: inout [TLSEvent]) {
    let whole = held.release()
    guard let type: UInt8 = whole.reader.peek(), type == 1 || type == 2,
      let length: UInt16 = whole.reader.peek(at: 1)
    else { return }
    events.append(
      .heartbeat(
        TLSHeartbeat(
          isRequest: type == 1, payloadLength: Int(length), recordLength: recordLength)))
  }

  private mutating func deliverAlert(into events: inout [TLSEvent]) {
    let whole = held.release()
    let alert = whole.reader
    // Level and description of an encrypted alert would be arbitrary.
    guard let level: UInt8 = alert.peek(), level == 1 || level == 2, !cipherChanged,
      let code: UInt8 = alert.peek(at: 1)
    else {
      isDone = true
      return
    }
    events.append(.alert(TLSAlert(level: level, code: code)))
  }

  /// The length of a hello in the form of SSL 2.0 (RFC 5246 appendix E.2), if it is one.
  static func ssl2Length(_ reader: ByteReader) -> Int? {
    guard let length: UInt16 = reader.peek(), let type: UInt8 = reader.peek(at: 2),
      let version: UInt16 = reader.peek(at: 3)
    else { return nil }
    let isHello = length & 0xF000 == 0x8000 && type == 1 && length & 0xFFF >= 9
    guard isHello, version == 2 || (0x0300...0x0304).contains(version) else { return nil }
    return Int(length & 0xFFF) + 2
  }

  private mutating func readSSL2(_ reader: inout ByteReader, into events: inout [TLSEvent]) {
    held.take(ssl2Length - held.count, from: &reader)
    if held.count == ssl2Length { deliverSSL2(into: &events) }
  }

  private mutating func deliverSSL2(into events: inout [TLSEvent]) {
    let whole = held.release()
    clearByteCount += whole.count
    var message = whole.reader
    message.advance(3)
    events.append(.clientHello(TLSClientHello(parsingSSL2: &message)))
    ssl2Length = 0
  }
}
