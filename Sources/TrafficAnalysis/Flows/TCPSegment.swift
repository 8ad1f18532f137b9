import PacketDecoding

/// One segment as TCP analysis sees it.
struct TCPSegment {
  var sequence: UInt32
  /// As in the header, with or without the flag.
  var acknowledgment: UInt32
  var window: UInt16
  private let bits: UInt16
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
    // Set algebra in another module costs a call for each question.
    bits = header.flags.rawValue
    self.length = UInt32(truncatingIfNeeded: length)
    self.time = time
    self.fromLow = fromLow
    self.fromClient = fromClient
  }

  var clientIsLow: Bool { fromLow == fromClient }

  @inline(__always)
  var isFIN: Bool { bits & 1 != 0 }

  @inline(__always)
  var isSYN: Bool { bits & 2 != 0 }

  @inline(__always)
  var isRST: Bool { bits & 4 != 0 }

  @inline(__always)
  var isPSH: Bool { bits & 8 != 0 }

  @inline(__always)
  var isACK: Bool { bits & 16 != 0 }

  /// Any flag but PSH and ACK, which most segments have.
  @inline(__always)
  var isRare: Bool { bits & 0xE7 != 0 }

  /// SYN or RST, whose windows say little.
  @inline(__always)
  var isOpeningOrReset: Bool { bits & 6 != 0 }

  /// True for a flag that ordinary segments in the middle of a connection do not have.
  @inline(__always)
  var isControl: Bool { bits & 7 != 0 }

  /// True if it takes a place among the sequence numbers.
  @inline(__always)
  var isNumbered: Bool { length > 0 || bits & 3 != 0 }

  /// True if it neither has an ACK, nor begins or resets a connection.
  @inline(__always)
  var isUnusual: Bool { bits & 0x14 == 0 && bits & 0x3F != 2 }

  /// The sequence number after this segment.
  @inline(__always)
  var end: UInt32 { sequence &+ length &+ (bits & 3 != 0 ? 1 : 0) }

  /// The sequence number of the first byte of payload.
  @inline(__always)
  var payloadStart: UInt32 { isSYN ? sequence &+ 1 : sequence }

  var flags: TCPFlags { TCPFlags(rawValue: bits) }
}

/// Comparisons of sequence numbers, which wrap around (RFC 9293 section 3.4).
@inline(__always)
func isBefore(_ left: UInt32, _ right: UInt32) -> Bool {
  Int32(bitPattern: left &- right) < 0
}
