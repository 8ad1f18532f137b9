/// The flags of a TCP header (RFC 9293 section 3.1).
public struct TCPFlags: OptionSet, Hashable, Sendable {
  public var rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  @inlinable public static var fin: TCPFlags { TCPFlags(rawValue: 0x01) }
  @inlinable public static var syn: TCPFlags { TCPFlags(rawValue: 0x02) }
  @inlinable public static var rst: TCPFlags { TCPFlags(rawValue: 0x04) }
  @inlinable public static var psh: TCPFlags { TCPFlags(rawValue: 0x08) }
  @inlinable public static var ack: TCPFlags { TCPFlags(rawValue: 0x10) }
  @inlinable public static var urg: TCPFlags { TCPFlags(rawValue: 0x20) }
  @inlinable public static var ece: TCPFlags { TCPFlags(rawValue: 0x40) }
  @inlinable public static var cwr: TCPFlags { TCPFlags(rawValue: 0x80) }
  /// SYN and FIN, which take a sequence number each.
  @inlinable public static var numbered: TCPFlags { TCPFlags(rawValue: 0x03) }
  /// SYN, FIN and RST, which begin and end connections.
  @inlinable public static var control: TCPFlags { TCPFlags(rawValue: 0x07) }
  /// All but ACK and PSH, which most segments have.
  @inlinable public static var rare: TCPFlags { TCPFlags(rawValue: 0xE7) }

  /// True if any flag of `other` is set.
  ///
  /// Literals of sets and the generic set algebra cost more than the rest of TCP analysis.
  @inlinable @inline(__always)
  public func hasAny(_ other: TCPFlags) -> Bool { rawValue & other.rawValue != 0 }

  @inlinable @inline(__always)
  public func contains(_ flag: TCPFlags) -> Bool { rawValue & flag.rawValue == flag.rawValue }
}

/// A TCP header (RFC 9293), with the options that connections are judged by.
public struct TCPHeader: Sendable {
  public static let leastByteCount = 20
  /// Two NOPs, and the kind and length of the timestamps option.
  fileprivate static var timestampsAlone: UInt32 { 0x0101_080A }

  public var sequence: UInt32 = 0
  public var acknowledgment: UInt32 = 0
  public var flags = TCPFlags()
  /// As it stands in the header, not scaled.
  public var window: UInt16 = 0
  /// The window scale option (RFC 7323 section 2); read from SYN segments only.
  public var windowScale: UInt8?
  /// Maximum segment size option; read from SYN segments only.
  public var maximumSegmentSize: UInt16?
  /// SACK-permitted option (RFC 2018 section 2); read from SYN segments only.
  public var permitsSACK = false
  /// Timestamps option (RFC 7323 section 3).
  public var hasTimestamps = false
  /// Blocks of the SACK option (RFC 2018 section 3); read from all but SYN segments.
  public var sackBlockCount: UInt8 = 0

  public init() {}
}

extension DecodedPacket {
  @inline(__always)
  mutating func decodeTCP(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    let start = reader.offset
    sourcePort = try reader.read()
    destinationPort = try reader.read()
    transport = .tcp
    tcp.windowScale = nil
    tcp.maximumSegmentSize = nil
    tcp.permitsSACK = false
    tcp.hasTimestamps = false
    tcp.sackBlockCount = 0
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
      // Most segments have timestamps and nothing else.
      if options == 12, reader.peek() == TCPHeader.timestampsAlone {
        tcp.hasTimestamps = true
        try reader.skip(options)
      } else {
        try readOptions(try reader.split(options))
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
      readOption(kind, length, reader)
      try reader.skip(Int(length) - 1)
    }
  }

  /// `reader` stands at the length of the option.
  private mutating func readOption(_ kind: UInt8, _ length: UInt8, _ reader: borrowing ByteReader) {
    guard tcp.flags.contains(.syn) else {
      if kind == 5 { tcp.sackBlockCount &+= (length - 2) / 8 }
      return
    }
    switch (kind, length) {
    case (2, 4): tcp.maximumSegmentSize = reader.peek(at: 1)
    case (3, 3): tcp.windowScale = reader.peek(at: 1)
    case (4, 2): tcp.permitsSACK = true
    case (8, 10): tcp.hasTimestamps = true
    default: break
    }
  }
}
