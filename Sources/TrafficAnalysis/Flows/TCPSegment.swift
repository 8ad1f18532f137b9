import PacketDecoding

/// One segment as TCP analysis sees it; numbers count from the first of their endpoint.
struct TCPSegment {
  var sequence: UInt32
  var acknowledgment: UInt32
  var window: UInt16
  /// Bytes of payload on the wire.
  var length: UInt32
  var flags: TCPFlags
  /// Nanoseconds.
  var time: Int64

  /// True for a flag that ordinary segments in the middle of a connection do not have.
  @inline(__always)
  var isControl: Bool { flags.hasAny(.control) }

  /// The sequence number after this segment.
  @inline(__always)
  var end: UInt32 { sequence &+ length &+ (flags.hasAny(.numbered) ? 1 : 0) }
}

/// Comparisons of sequence numbers, which wrap around (RFC 9293 section 3.4).
@inline(__always)
func isBefore(_ left: UInt32, _ right: UInt32) -> Bool {
  Int32(bitPattern: left &- right) < 0
}
