/// The clear beginning of one direction of a DTLS association: DTLS 1.0 to 1.3 (RFC 4347, RFC 6347,
/// RFC 9147).
///
/// Feed it datagrams until ``isDone``, which comes with the first record that is encrypted.
package struct DTLSParser: Sendable {
  private static let messageHeaderByteCount = 12
  /// Messages of which some fragments are missing; more are not begun.
  private static let openLimit = 8

  package private(set) var isDone = false
  private var open: [OpenMessage] = []
  /// The first 64 messages, by the bit of their number, that were delivered.
  private var delivered: UInt64 = 0
  private var suite: TLSCipherSuite?

  private struct OpenMessage: Sendable {
    var sequence: UInt16
    var type: TLSHandshakeType
    var length: Int
    var bytes: PlacedBytes
  }

  private struct Fragment {
    var type: TLSHandshakeType
    /// Of the whole message.
    var length: Int
    var sequence: UInt16
    var offset: Int
    var count: Int

    init(parsing reader: inout ByteReader) throws(DecodeError) {
      type = TLSHandshakeType(rawValue: try reader.read())
      length = try reader.readUInt24()
      sequence = try reader.read()
      offset = try reader.readUInt24()
      count = try reader.readUInt24()
    }
  }

  package init() {}

  /// Bytes that are kept until the rest of their message comes.
  package var heldByteCount: Int { open.reduce(0) { $0 + $1.bytes.heldByteCount + 96 } }

  /// Whether a datagram holds DTLS records and nothing else; the last may be cut off.
  package static func recognizes(_ reader: ByteReader) -> Bool {
    guard let first: UInt8 = reader.peek(), (20...26).contains(first) else { return false }
    var reader = reader
    var isStandard = false
    while let header = try? DTLSRecordHeader(parsing: &reader) {
      isStandard = isStandard || header.version != .beforeDTLS
      guard reader.remaining > header.length else {
        return reader.remaining == header.length || isStandard
      }
      reader.advance(header.length)
    }
    return false
  }

  /// Reads the next datagram and appends what it completes.
  package mutating func consume(_ datagram: RawSpan, into events: inout [TLSEvent]) {
    var reader = ByteReader(datagram)
    while !isDone, !reader.isAtEnd {
      guard !reader.isUnified else {
        isDone = true
        break
      }
      guard let header = try? DTLSRecordHeader(parsing: &reader) else { break }
      let body = reader.prefix(header.length)
      reader.advance(header.length)
      if header.epoch == 0 { read(body, header, into: &events) } else { isDone = true }
    }
    if isDone { open = [] }
  }

  private mutating func read(
    _ body: ByteReader, _ header: DTLSRecordHeader, into events: inout [TLSEvent]
  ) {
    var body = body
    switch header.content {
    case .handshake:
      while !body.isAtEnd, let fragment = try? Fragment(parsing: &body) {
        take(fragment, body.prefix(fragment.count), into: &events)
        body.advance(fragment.count)
      }
    case .alert where header.length == 2:
      if let level: UInt8 = body.peek(), let code: UInt8 = body.peek(at: 1) {
        events.append(.alert(TLSAlert(level: level, code: code)))
      }
    case .heartbeat:
      if let type: UInt8 = body.peek(), let length: UInt16 = body.peek(at: 1) {
        events.append(
          .heartbeat(
            TLSHeartbeat(
              isRequest: type == 1, payloadLength: Int(length), recordLength: header.length)))
      }
    case .applicationData, .connectionID: isDone = true
    case .changeCipherSpec, .alert, .acknowledgment: break
    }
  }

  private mutating func take(
    _ fragment: Fragment, _ bytes: ByteReader, into events: inout [TLSEvent]
  ) {
    guard fragment.type.isWanted, fragment.length <= TLSHandshakeMessage.lengthLimit,
      fragment.sequence < 64, delivered >> fragment.sequence & 1 == 0,
      fragment.offset + bytes.remaining <= fragment.length
    else { return }
    let place = open.firstIndex { $0.sequence == fragment.sequence } ?? begin(fragment)
    guard let place, open[place].type == fragment.type, open[place].length == fragment.length
    else { return }
    open[place].bytes.put(bytes, at: fragment.offset)
    guard open[place].bytes.contiguousEnd >= fragment.length else { return }
    let message = open[place].bytes.take()
    open.remove(at: place)
    delivered |= 1 << UInt64(fragment.sequence)
    deliver(message, fragment.type, into: &events)
  }

  private mutating func begin(_ fragment: Fragment) -> Int? {
    guard open.count < Self.openLimit else { return nil }
    open.append(
      OpenMessage(
        sequence: fragment.sequence, type: fragment.type, length: fragment.length,
        bytes: PlacedBytes(limit: 2 * fragment.length)))
    return open.count - 1
  }

  private mutating func deliver(
    _ message: [UInt8], _ type: TLSHandshakeType, into events: inout [TLSEvent]
  ) {
    var body = unsafe ByteReader(message.span.bytes)
    guard
      let event = TLSHandshakeMessage.event(
        type, &body, isWhole: true, suite: suite, isDatagram: true)
    else { return }
    events.append(event)
    if case .serverHello(let hello) = event { suite = hello.cipherSuite }
  }
}

extension ByteReader {
  /// Whether a record with the short header of DTLS 1.3, which is always encrypted, begins here
  /// (RFC 9147 section 4).
  fileprivate var isUnified: Bool { peek(as: UInt8.self).map { $0 & 0xE0 == 0x20 } ?? false }
}
