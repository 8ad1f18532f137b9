/// Counts broadcast frames by spans of ten seconds, which begin at the same moments for every worker.
struct BroadcastTally: Sendable {
  static let limit = 65_536
  private static let span = BroadcastPeak.seconds * 1_000_000_000

  private var spans: [Int64: BroadcastPeak] = [:]
  /// Frames in spans that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func add(number: UInt64, time: Int64) {
    add(BroadcastPeak(packets: 1, firstPacket: number), at: time / Self.span)
  }

  private mutating func add(_ peak: BroadcastPeak, at span: Int64) {
    if let place = spans.index(forKey: span) {
      let known = spans.values[place]
      spans.values[place] = BroadcastPeak(
        packets: known.packets + peak.packets,
        firstPacket: min(known.firstPacket, peak.firstPacket))
    } else if spans.count < Self.limit {
      spans[span] = peak
    } else {
      beyond += peak.packets
    }
  }

  mutating func merge(_ other: BroadcastTally) {
    beyond += other.beyond
    for (span, peak) in other.spans { add(peak, at: span) }
  }

  /// The span with most, of several the first.
  var busiest: BroadcastPeak? {
    spans.max {
      $0.value.packets != $1.value.packets
        ? $0.value.packets < $1.value.packets : $0.key > $1.key
    }?.value
  }
}
