import PacketDecoding

/// What one endpoint of a TCP connection sent, in detail.
struct TCPStreamDetails: BitwiseCopyable, Sendable {
  /// Bytes of payload: all, those sent for the first time, and those sent again.
  ///
  /// Probes of a zero window and keep-alives are in the first only.
  var sentBytes: UInt64 = 0
  var uniqueBytes: UInt64 = 0
  var resentBytes: UInt64 = 0
  /// Between two segments, in nanoseconds.
  var longestIdle: Int64 = 0
  var roundTrips = RoundTripTally()
  var unacknowledged = SegmentPool.Queue()
  var counts = TCPCounts()
  var largestSegment: UInt32 = 0
  /// Bytes of payload sent before the first of them was acknowledged.
  var initialWindow: UInt32 = 0
  var sackBlocks: UInt32 = 0
  /// Resets but the first.
  var furtherResets: UInt32 = 0
  /// Sequence number of the last FIN.
  var lastFIN: UInt32 = 0
  /// Windows as in the headers, of segments without SYN and RST.
  var largestWindow: UInt16 = 0
  var smallestWindow = UInt16.max
  var hasWindow = false
  var hasFIN = false
  /// True once payload was sent after an ACK of earlier payload.
  var hasACK = false

  @inline(__always)
  private mutating func addWindow(_ window: UInt16) {
    largestWindow = max(largestWindow, window)
    smallestWindow = min(smallestWindow, window)
    hasWindow = true
  }

  /// Takes the window of the last segment before details were kept.
  mutating func takeOver(_ endpoint: TCPEndpoint) {
    guard endpoint.marks.contains(.hasSent), !endpoint.marks.contains(.windowIsOfSYN) else {
      return
    }
    addWindow(endpoint.window)
  }

  /// Counts what every segment has; its payload comes apart.
  @inline(__always)
  mutating func add(_ segment: TCPSegment, _ header: TCPHeader, from sender: TCPEndpoint) {
    longestIdle = max(longestIdle, sender.idleTime(at: segment.time))
    if !segment.flags.hasAny(.opening) { addWindow(segment.window) }
    sackBlocks &+= UInt32(header.sackBlockCount)
  }

  /// Notes a FIN; true if its sequence number is another than that of the one before.
  mutating func noteFIN(_ sequence: UInt32) -> Bool {
    let isOther = hasFIN && lastFIN != sequence
    hasFIN = true
    lastFIN = sequence
    return isOther
  }

  /// Counts payload of which so many bytes were not seen before.
  @inline(__always)
  mutating func addPayload(_ segment: TCPSegment, fresh: UInt32, _ found: TCPAnalysis) {
    sentBytes &+= UInt64(segment.length)
    largestSegment = max(largestSegment, segment.length)
    uniqueBytes &+= UInt64(fresh)
    if found.hasAny(.repeated) { resentBytes &+= UInt64(segment.length &- fresh) }
  }

  /// Adds to the initial window until the first byte of payload is acknowledged.
  @inline(__always)
  mutating func addInitialWindow(
    _ fresh: UInt32, from sender: TCPEndpoint, to receiver: TCPEndpoint
  ) {
    guard !hasACK else { return }
    if receiver.marks.contains(.hasSent), isBefore(sender.base &+ 1, receiver.lastAcknowledgment) {
      hasACK = true
    } else {
      initialWindow &+= fresh
    }
  }
}
