/// Counts broadcast frames by spans of ten seconds, which begin at the same moments for every worker.
struct BroadcastTally: Sendable {
  static let limit = 65_536
  private static let span = BroadcastPeak.seconds * 1_000_000_000

  /// By the number of the span.
  private var spans = KeyedTable<UInt64, BroadcastPeak>()
  /// Frames in spans that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func add(number: UInt64, time: Int64) {
    add(
      BroadcastPeak(packets: 1, firstPacket: number), at: UInt64(bitPattern: time / Self.span))
  }

  private mutating func add(_ peak: BroadcastPeak, at span: UInt64) {
    let none = BroadcastPeak(packets: 0, firstPacket: peak.firstPacket)
    let hasRoom = spans.update(span, limit: Self.limit, adding: none) { known in
      known = BroadcastPeak(
        packets: known.packets + peak.packets,
        firstPacket: min(known.firstPacket, peak.firstPacket))
    }
    if !hasRoom { beyond += peak.packets }
  }

  mutating func merge(_ other: BroadcastTally) {
    beyond += other.beyond
    for (span, peak) in other.spans.pairs { add(peak, at: span) }
  }

  /// The span with most, of several the first.
  var busiest: BroadcastPeak? {
    spans.pairs.max { left, right in
      left.1.packets != right.1.packets
        ? left.1.packets < right.1.packets
        : Int64(bitPattern: left.0) > Int64(bitPattern: right.0)
    }?.1
  }
}
