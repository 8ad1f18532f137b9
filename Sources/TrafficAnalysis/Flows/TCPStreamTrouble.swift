import PacketDecoding

/// What one endpoint of a TCP connection sent, as far as only some segments change it.
struct TCPStreamTrouble: BitwiseCopyable, Sendable {
  /// Bytes of payload sent again.
  private(set) var resentBytes: UInt64 = 0
  private(set) var counts = TCPCounts()
  private(set) var sackBlocks: UInt32 = 0
  /// Resets but the first.
  var furtherResets: UInt32 = 0

  /// Counts what was found in a segment, of whose payload so many bytes were not seen before.
  mutating func add(
    _ segment: TCPSegment, _ header: TCPHeader, _ found: TCPAnalysis, fresh: UInt32
  ) -> TCPLandmarks {
    sackBlocks &+= UInt32(header.sackBlockCount)
    if found.hasAny(.repeated) { resentBytes &+= UInt64(segment.length &- fresh) }
    return counts.add(found, hasPayload: segment.length > 0)
  }
}

/// The same of both endpoints, of a connection that has anything of it.
struct TCPTrouble: BitwiseCopyable, Sendable {
  var low = TCPStreamTrouble()
  var high = TCPStreamTrouble()
}
