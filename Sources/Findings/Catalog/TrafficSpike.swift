import TrafficAnalysis
package import Wording

/// For a moment there is far more traffic than there usually is.
package enum TrafficSpike: FindingRule {
  package static let id = "traffic-spike"
  package static let title: Phrase = "Traffic rises far above what is usual"
  package static let group = FindingGroup.change
  package static let definition = """
    Packets in the fullest second (or longer bin) of a steady capture, as a multiple of the median of all; \
    it must also be more than 20 median deviations above. A capture is steady if it has 60 bins with \
    packets and half of them are within a quarter of the median.
    """
  package static let advice: Phrase = "See which hosts and ports have the packets of that moment."
  package static let source = "Median absolute deviation (Hampel 1974)"
  static let factor = Threshold(id, "factor", 10, .times, "the median")
  static let floor = Threshold(id, "minimum", 1000, .packetsPerSecond, "at least")
  package static let thresholds = [factor, floor]
  package static let isHeldBackBy: Set<CaptureDoubt> = [.clock]

  package static func findings(in context: FindingContext) -> [Finding] {
    guard let usual = Baseline(context.snapshot),
      let place = usual.bins.indices.max(by: { usual.bins[$0] < usual.bins[$1] })
    else { return [] }
    let most = Double(usual.bins[place])
    guard most >= usual.median * context[factor], most / usual.seconds >= context[floor],
      most - usual.median > 20 * 1.4826 * usual.deviation
    else { return [] }
    return [
      Finding(
        Self.self, .note, subject: .capture,
        detail: """
          There are \(Int(most)) packets within \(usual.seconds.formatted(1)) s, where \
          \(Int(usual.median)) are usual.
          """,
        measured: most / usual.median, threshold: context[factor], unit: .times, packets: [],
        filter: usual.filter(place), time: usual.time(place))
    ]
  }
}
