/// What was found in the segments of one endpoint.
struct TCPCounts: BitwiseCopyable, Sendable {
  var retransmissions: UInt32 = 0
  var fastRetransmissions: UInt32 = 0
  var spuriousRetransmissions: UInt32 = 0
  /// Retransmissions with payload.
  var dataRetransmissions: UInt32 = 0
  var outOfOrder: UInt32 = 0
  var duplicateACKs: UInt32 = 0
  var lostSegments: UInt32 = 0
  var ackedUnseen: UInt32 = 0
  var zeroWindows: UInt32 = 0
  var zeroWindowProbes: UInt32 = 0
  var windowFull: UInt32 = 0
  var windowUpdates: UInt32 = 0
  var keepAlives: UInt32 = 0
  var keepAliveACKs: UInt32 = 0

  /// Adds what was found; returns what of it is a landmark of a history.
  mutating func add(_ found: TCPAnalysis, hasPayload: Bool) -> TCPLandmarks {
    var landmarks = TCPLandmarks()
    if found.hasAny(.resent) {
      retransmissions &+= 1
      if found.contains(.fastRetransmission) { fastRetransmissions &+= 1 }
      if found.contains(.spuriousRetransmission) { spuriousRetransmissions &+= 1 }
      if hasPayload {
        dataRetransmissions &+= 1
        if isLandmark(dataRetransmissions) { landmarks.insert(.retransmission) }
      }
    }
    if found.contains(.lostSegment) {
      lostSegments &+= 1
      if isLandmark(lostSegments) { landmarks.insert(.gap) }
    }
    if found.contains(.zeroWindow) {
      zeroWindows &+= 1
      if isLandmark(zeroWindows) { landmarks.insert(.zeroWindow) }
    }
    if found.contains(.outOfOrder) { outOfOrder &+= 1 }
    if found.contains(.duplicateACK) { duplicateACKs &+= 1 }
    if found.contains(.ackedUnseen) { ackedUnseen &+= 1 }
    if found.contains(.zeroWindowProbe) { zeroWindowProbes &+= 1 }
    if found.contains(.windowFull) { windowFull &+= 1 }
    if found.contains(.windowUpdate) { windowUpdates &+= 1 }
    if found.contains(.keepAlive) { keepAlives &+= 1 }
    if found.contains(.keepAliveACK) { keepAliveACKs &+= 1 }
    return landmarks
  }

  /// Zeek's histories have a letter for the 1st, 10th, 100th … time.
  private func isLandmark(_ count: UInt32) -> Bool {
    switch count {
    case 1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000: true
    default: false
    }
  }
}
