import PacketDecoding

/// One segment as TCP analysis sees it.
struct TCPSegment {
  var sequence: UInt32
  /// As in the header, with or without the flag.
  var acknowledgment: UInt32
  var window: UInt16
  var flags: TCPFlags
  /// Bytes of payload on the wire.
  var length: UInt32
  /// Nanoseconds.
  var time: Int64
  var fromLow: Bool
  var fromClient: Bool

  @inline(__always)
  init(_ header: TCPHeader, length: Int, time: Int64, fromLow: Bool, fromClient: Bool) {
    sequence = header.sequence
    acknowledgment = header.acknowledgment
    window = header.window
    flags = header.flags
    self.length = UInt32(truncatingIfNeeded: length)
    self.time = time
    self.fromLow = fromLow
    self.fromClient = fromClient
  }

  var clientIsLow: Bool { fromLow == fromClient }

  /// True for a flag that ordinary segments in the middle of a connection do not have.
  @inline(__always)
  var isControl: Bool { flags.hasAny(.control) }

  /// True if it takes a place among the sequence numbers.
  @inline(__always)
  var isNumbered: Bool { length > 0 || flags.hasAny(.numbered) }

  /// The sequence number after this segment.
  @inline(__always)
  var end: UInt32 { sequence &+ length &+ (flags.hasAny(.numbered) ? 1 : 0) }

  /// The sequence number of the first byte of payload.
  @inline(__always)
  var payloadStart: UInt32 { flags.contains(.syn) ? sequence &+ 1 : sequence }
}

/// Comparisons of sequence numbers, which wrap around (RFC 9293 section 3.4).
@inline(__always)
func isBefore(_ left: UInt32, _ right: UInt32) -> Bool {
  Int32(bitPattern: left &- right) < 0
}

extension TCPFlags {
  /// SYN and RST, whose windows say little.
  static var opening: TCPFlags { TCPFlags(rawValue: 0x06) }
}
