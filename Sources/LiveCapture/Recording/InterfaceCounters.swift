internal import CaptureFormats

/// What is known to have come over an interface since the start.
struct InterfaceCounters: Sendable {
  /// As the kernel says; nil if nobody says.
  var received: UInt64?
  var dropped: UInt64 = 0
  /// Packets that were captured, but found the queue full.
  var notSaved: UInt64 = 0

  /// Packets that no file has.
  var missing: UInt64 { dropped &+ notSaved }

  /// What came since `earlier`, for counters of the kernel that may have begun anew.
  func statistics(
    since earlier: InterfaceCounters, start: Timestamp, end: Timestamp
  ) -> PcapNGStatistics? {
    let missing = Self.difference(missing, earlier.missing)
    guard received != nil || missing > 0 else { return nil }
    return PcapNGStatistics(
      start: start, end: end,
      received: received.map { Self.difference($0, earlier.received ?? 0) }, dropped: missing)
  }

  private static func difference(_ now: UInt64, _ before: UInt64) -> UInt64 {
    now >= before ? now - before : now
  }
}
