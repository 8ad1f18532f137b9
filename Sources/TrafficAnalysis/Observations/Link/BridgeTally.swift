/// Counts changes of the spanning tree; one worker sees all BPDUs, in the order of the capture.
struct BridgeTally: Sendable {
  /// A change is told with every hello, which may be ten seconds apart (IEEE 802.1D table 17-1).
  private static let pause: Int64 = 11_000_000_000

  private(set) var changes = TopologyChanges()
  private var lastTime = Int64.min

  /// Takes a message that tells of a change.
  mutating func add(number: UInt64, time: Int64) {
    changes.messages += 1
    let (silence, overflow) = time.subtractingReportingOverflow(lastTime)
    if overflow || silence < 0 || silence > Self.pause {
      changes.changes += 1
      changes.packets.add(number)
    }
    lastTime = time
  }

  mutating func merge(_ other: BridgeTally) {
    changes.changes += other.changes.changes
    changes.messages += other.changes.messages
    changes.packets.merge(other.changes.packets)
  }
}
