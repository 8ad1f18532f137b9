/// The long header of a QUIC packet (RFC 9000 section 17.2, RFC 9369).
package struct QUICLongHeader: Sendable {
  package var version: QUICVersion
  package var type: QUICPacketType
  package var destinationID: [UInt8]
  package var sourceID: [UInt8]
  /// The distance from the packet's first byte to the number of an Initial, 0-RTT or Handshake packet.
  package var numberOffset = 0
  /// The length of the whole packet; another may follow in the same datagram.
  package var packetLength = 0

  /// Reads the header at the beginning of `reader`; what is protected stays unread.
  package init(parsing reader: inout ByteReader) throws(DecodeError) {
    let start = reader.offset
    let first: UInt8 = try reader.read()
    version = QUICVersion(rawValue: try reader.read())
    guard first & 0x80 != 0, version == .negotiation || version.isKnown else {
      throw .invalid(.quicVersion, value: Int(version.rawValue), at: start + 1)
    }
    type = QUICPacketType(firstByte: first, version: version)
    destinationID = try reader.quicConnectionID()
    sourceID = try reader.quicConnectionID()
    switch type {
    case .versionNegotiation, .retry: packetLength = reader.offset - start + reader.remaining
    case .initial:
      let tokenLength = try reader.quicInteger()
      try reader.skip(tokenLength)
      try readLength(&reader, start)
    case .zeroRTT, .handshake: try readLength(&reader, start)
    }
  }

  private mutating func readLength(_ reader: inout ByteReader, _ start: Int) throws(DecodeError) {
    let length = try reader.quicInteger()
    numberOffset = reader.offset - start
    guard length >= 20 else { throw .invalid(.quicLength, value: length, at: reader.offset) }
    packetLength = numberOffset + length
  }
}

extension QUICLongHeader {
  /// Whether a datagram begins with a long header of a known version.
  package static func recognizes(_ reader: ByteReader) -> Bool {
    guard let first: UInt8 = reader.peek(), first & 0x80 != 0,
      let version: UInt32 = reader.peek(at: 1), let destination: UInt8 = reader.peek(at: 5),
      destination <= 20, let source: UInt8 = reader.peek(at: 6 + Int(destination)), source <= 20
    else { return false }
    let rest = reader.remaining - 7 - Int(destination) - Int(source)
    if version == 0 { return rest > 0 && rest % 4 == 0 && destination + source > 0 }
    // A packet that makes the server negotiate is as long as any first one.
    let isKnown = QUICVersion(rawValue: version).isKnown
    let isReserved = QUICVersion(rawValue: version).isReserved && destination >= 8 && rest >= 1000
    return first & 0x40 != 0 && rest > 0 && (isKnown || isReserved)
  }
}

extension ByteReader {
  /// An integer whose first two bits say how long it is (RFC 9000 section 16), cut to what fits here.
  mutating func quicInteger() throws(DecodeError) -> Int {
    let first: UInt8 = try read()
    var value = Int(first & 0x3F)
    for _ in 1..<(1 << Int(first >> 6)) { value = value << 8 | Int(try read(as: UInt8.self)) }
    return value
  }

  /// A connection identifier behind its length, which versions 1 and 2 limit to 20 bytes.
  mutating func quicConnectionID() throws(DecodeError) -> [UInt8] {
    let length: UInt8 = try read()
    guard length <= 20 else {
      throw .invalid(.quicConnectionID, value: Int(length), at: offset - 1)
    }
    return try readBytes(Int(length))
  }
}
