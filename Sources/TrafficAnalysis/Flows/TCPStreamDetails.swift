/// What one endpoint of a TCP connection sent, as far as every segment changes it.
struct TCPStreamDetails: BitwiseCopyable, Sendable {
  /// Bytes of payload: all, and those sent for the first time.
  ///
  /// Probes of a zero window and keep-alives are in the first only.
  private(set) var sentBytes: UInt64 = 0
  private(set) var uniqueBytes: UInt64 = 0
  /// Between two segments, in nanoseconds.
  private(set) var longestIdle: Int64 = 0
  var unacknowledged = SegmentPool.Queue()
  private(set) var largestSegment: UInt32 = 0
  /// Bytes of payload sent before the first of them was acknowledged.
  private(set) var initialWindow: UInt32 = 0
  /// Sequence number behind the last FIN.
  private var lastFIN: UInt32 = 0
  /// Windows as in the headers, of segments without SYN and RST.
  private(set) var largestWindow: UInt16 = 0
  private(set) var smallestWindow = UInt16.max
  private(set) var hasWindow = false
  /// True once payload was sent after an ACK of earlier payload.
  private var hasACK = false
  private var hasFIN = false

  init() {}

  /// Begins with the window of the last segment before details were kept.
  init(_ endpoint: TCPEndpoint) {
    guard endpoint.marks.contains(.hasSent), !endpoint.marks.contains(.windowIsOfSYN) else {
      return
    }
    addWindow(endpoint.window)
  }

  @inline(__always)
  private mutating func addWindow(_ window: UInt16) {
    largestWindow = max(largestWindow, window)
    smallestWindow = min(smallestWindow, window)
    hasWindow = true
  }

  /// Counts what every segment has; its payload comes apart.
  @inline(__always)
  mutating func add(_ segment: TCPSegment, _ situation: TCPSituation) {
    longestIdle = max(longestIdle, situation.idleTime)
    if !segment.isOpeningOrReset { addWindow(segment.window) }
  }

  /// Notes a FIN; true if its sequence number is another than that of the one before.
  mutating func noteFIN(_ segment: TCPSegment) -> Bool {
    let isOther = hasFIN && lastFIN != segment.end
    hasFIN = true
    lastFIN = segment.end
    return isOther
  }

  /// Counts payload of which so many bytes were not seen before.
  @inline(__always)
  mutating func addPayload(_ segment: TCPSegment, fresh: UInt32, _ situation: TCPSituation) {
    sentBytes &+= UInt64(segment.length)
    largestSegment = max(largestSegment, segment.length)
    uniqueBytes &+= UInt64(fresh)
    guard !hasACK else { return }
    if situation.hasACK {
      hasACK = true
    } else {
      initialWindow &+= fresh
    }
  }
}
