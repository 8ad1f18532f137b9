/// What one endpoint of a TCP connection sent, as far as only some segments change it.
struct TCPStreamTrouble: BitwiseCopyable, Sendable {
  /// Bytes of payload sent again.
  private(set) var resentBytes: UInt64 = 0
  private(set) var counts = TCPCounts()
  private(set) var sackBlocks: UInt32 = 0
  /// Resets but the first.
  var furtherResets: UInt32 = 0
  /// Sequence number behind the last FIN.
  private var lastFIN: UInt32 = 0
  private var hasFIN = false

  /// Counts what was found in a segment, of whose payload so many bytes were not seen before.
  mutating func add(
    _ segment: TCPSegment, _ found: TCPAnalysis, fresh: UInt32
  ) -> TCPLandmarks {
    if found.hasAny(.repeated) { resentBytes &+= UInt64(segment.length &- fresh) }
    return counts.add(found, hasPayload: segment.length > 0)
  }

  mutating func addBlocks(_ count: UInt8) { sackBlocks &+= UInt32(count) }

  /// Notes a FIN; true if its sequence number is another than that of the one before.
  mutating func noteFIN(_ segment: TCPSegment) -> Bool {
    let isOther = hasFIN && lastFIN != segment.end
    hasFIN = true
    lastFIN = segment.end
    return isOther
  }
}
