package import CaptureFormats
package import TrafficAnalysis

/// The bins of a timeline, joined until there are as few as can be told apart on a page.
package struct TimeBins: Sendable {
  /// More are closer than four pixels on the widest page.
  package static let maximum = 280

  package let start: Timestamp
  /// The width of a bin, a power of two times that of the timeline.
  package let nanoseconds: Int128
  package let count: Int
  private let factor: Int
  /// How many bins of the timeline are missing before the first, as bins begin at multiples.
  private let lead: Int

  /// At most `maximum` bins; nil for a timeline without any.
  package init?(_ timeline: Timeline, maximum: Int = maximum) {
    let bins = timeline.packets.count
    guard bins > 0 else { return nil }
    let width = Int128(max(timeline.binNanoseconds, 1))
    let first = Int128(timeline.start.nanoseconds).flooredQuotientAndRemainder(by: width).quotient
    var factor = 1
    var lead = 0
    while (lead + bins + factor - 1) / factor > maximum {
      factor *= 2
      lead = Int(first.flooredQuotientAndRemainder(by: Int128(factor)).remainder)
    }
    self.factor = factor
    self.lead = lead
    count = (lead + bins + factor - 1) / factor
    nanoseconds = width * Int128(factor)
    start = Timestamp(clamping: (first - Int128(lead)) * width)
  }

  package var seconds: Double { Double(nanoseconds) / 1e9 }

  /// When a bin begins.
  package func time(_ index: Int) -> Timestamp {
    Timestamp(clamping: Int128(start.nanoseconds) + Int128(index) * nanoseconds)
  }

  /// Sums over each bin of values that belong to the bins of the timeline.
  package func sums(_ values: [UInt64]) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (index, value) in values.enumerated() {
      let bin = (index + lead) / factor
      if bin < count { sums[bin] += Double(value) }
    }
    return sums
  }

  /// "2 s", "1.95 ms": the width of a bin.
  package var widthText: String {
    Numbers.duration(nanoseconds: Int64(clamping: nanoseconds))
  }
}

extension Timestamp {
  init(clamping nanoseconds: Int128) { self.init(nanoseconds: Int64(clamping: nanoseconds)) }
}
