import PacketDecoding

/// What keeps a connection from going on: closed windows, and segments that do not get through.
extension TCPTable {
  /// True if either side's last segment had a window of 0; most of those are resets.
  @inline(__always)
  borrowing func hasClosedWindow(_ place: Int32) -> Bool {
    connections[Int(place)].hasClosedWindow
  }

  /// Follows the windows of both sides; for segments that find or make one closed.
  mutating func followWindow(
    _ segment: TCPSegment, _ found: TCPAnalysis, number: UInt64, of place: Int32
  ) {
    guard !stalls.isEmpty || found.contains(.zeroWindow) else { return }
    let sender = Self.id(place, isLow: segment.fromLow)
    if found.contains(.zeroWindow) {
      stalls.close(sender, segment.time, number)
    } else if segment.window != 0 || segment.isControl {
      stalls.open(sender, segment.time)
    }
    // Data, and probes without any that look like keep-alives.
    if segment.length > 0 || found.contains(.keepAlive) {
      stalls.noteTry(Self.id(place, isLow: !segment.fromLow), segment.time)
    }
  }

  /// Follows a segment with payload that was sent again.
  mutating func followRepeat(_ segment: TCPSegment, number: UInt64, of place: Int32) {
    let isWaitedFor =
      segment.fromLow
      ? connections[Int(place)].high.waits(for: segment.sequence)
      : connections[Int(place)].low.waits(for: segment.sequence)
    guard isWaitedFor else { return }
    stuck.add(segment, number, id: Self.id(place, isLow: segment.fromLow))
  }
}

extension TCPEndpoint {
  /// True if it acknowledged all before the segment, and nothing of it.
  @inline(__always)
  fileprivate func waits(for sequence: UInt32) -> Bool {
    marks.contains(.hasSent) && lastAcknowledgment == sequence
  }
}

extension TCPConnection {
  @inline(__always)
  fileprivate var hasClosedWindow: Bool {
    low.window == 0 && low.marks.contains(.hasSent)
      || high.window == 0 && high.marks.contains(.hasSent)
  }
}
