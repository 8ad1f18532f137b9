/// The flags of a TCP header (RFC 9293 section 3.1).
package struct TCPFlags: OptionSet, Hashable, Sendable {
  package var rawValue: UInt16

  @inlinable
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let fin = TCPFlags(rawValue: 0x01)
  package static let syn = TCPFlags(rawValue: 0x02)
  package static let rst = TCPFlags(rawValue: 0x04)
  package static let psh = TCPFlags(rawValue: 0x08)
  package static let ack = TCPFlags(rawValue: 0x10)
  package static let urg = TCPFlags(rawValue: 0x20)
  package static let ece = TCPFlags(rawValue: 0x40)
  package static let cwr = TCPFlags(rawValue: 0x80)
}

/// A TCP header (RFC 9293), with the options that connections are judged by.
package struct TCPHeader: Sendable {
  package static let leastByteCount = 20

  package var sequence: UInt32 = 0
  package var acknowledgment: UInt32 = 0
  package var flags = TCPFlags()
  /// As it stands in the header, not scaled.
  package var window: UInt16 = 0
  /// The window scale option (RFC 7323 section 2); read from SYN segments only.
  package var windowScale: UInt8?
  /// Maximum segment size option; read from SYN segments only.
  package var maximumSegmentSize: UInt16?

  package init() {}
}

extension DecodedPacket {
  @inline(__always)
  mutating func decodeTCP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let start = reader.offset
    sourcePort = try reader.read()
    destinationPort = try reader.read()
    transport = .tcp
    tcp.sequence = try reader.read()
    tcp.acknowledgment = try reader.read()
    let offsetAndFlags: UInt16 = try reader.read()
    tcp.flags = TCPFlags(rawValue: offsetAndFlags & 0x0FFF)
    tcp.window = try reader.read()
    try reader.skip(4)
    let byteCount = Int(offsetAndFlags >> 12) * 4
    guard byteCount >= TCPHeader.leastByteCount else {
      transport = .none
      throw .invalid(.tcpDataOffset, value: byteCount, at: start + 12)
    }
    let options = byteCount - TCPHeader.leastByteCount
    if options > 0 {
      if tcp.flags.contains(.syn) {
        try readOptions(try reader.split(options))
      } else {
        try reader.skip(options)
      }
    }
    return .none
  }

  private mutating func readOptions(_ options: consuming ByteReader) throws(DecodeError) {
    var reader = options
    while let kind: UInt8 = reader.peek(), kind != 0 {
      try reader.skip(1)
      if kind == 1 { continue }
      // Options that do not fit say nothing about the segment behind them.
      guard let length: UInt8 = reader.peek(), length >= 2, Int(length) - 1 <= reader.remaining
      else { return }
      if kind == 2, length == 4 { tcp.maximumSegmentSize = reader.peek(at: 1) }
      if kind == 3, length == 3 { tcp.windowScale = reader.peek(at: 1) }
      try reader.skip(Int(length) - 1)
    }
  }
}
