import TrafficAnalysis
package import Wording

/// For a while there is no packet at all where there usually are many.
package enum TrafficGap: FindingRule {
  package static let id = "traffic-gap"
  package static let title: Phrase = "Traffic stops for a while"
  package static let group = FindingGroup.change
  package static let definition = """
    The longest time without any packet in a capture that is steady as for a spike, has 20 packets in \
    the median bin, and is silent in no more than one bin of twenty.
    """
  package static let advice: Phrase =
    "See whether the network or the capture stood still: link flaps, a full disk, a suspended machine."
  package static let source = "Median absolute deviation (Hampel 1974)"
  static let length = Threshold(id, "note", 5, .seconds, "without a packet")
  static let floor = Threshold(id, "minimum", 20, .packets, "in the median bin")
  package static let thresholds = [length, floor]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    guard let usual = Baseline(context.snapshot), usual.median >= context[floor] else { return [] }
    let silent = usual.bins.count { $0 == 0 }
    guard silent > 0, silent * 20 <= usual.bins.count else { return [] }
    let gap = longest(in: usual.bins)
    let seconds = Double(gap.count) * usual.seconds
    guard gap.count >= 2, seconds >= context[length] else { return [] }
    return [
      Finding(
        Self.self, .note, subject: .capture,
        detail: """
          There is no packet for about \(seconds.formatted(1)) s, where \
          \(Int(usual.median)) in \(usual.seconds.formatted(1)) s are usual.
          """,
        measured: seconds, threshold: context[length], unit: .seconds, packets: [],
        filter: usual.filter(max(0, gap.lowerBound - 1), count: gap.count + 2),
        time: usual.time(gap.lowerBound))
    ]
  }

  /// The longest run of bins without packets, the first of several.
  private static func longest(in bins: [UInt64]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for (place, packets) in bins.enumerated() {
      if packets > 0 { start = place + 1 }
      if place + 1 - start > best.count { best = start..<place + 1 }
    }
    return best
  }
}
