import TrafficAnalysis
internal import Wording

/// What shares are of.
struct Whole: Sendable {
  /// "DNS queries".
  let noun: String
  let count: @Sendable (Snapshot) -> UInt64

  init(_ noun: String, _ count: @escaping @Sendable (Snapshot) -> UInt64) {
    self.noun = noun
    self.count = count
  }

  /// A part of it; without a whole there is nothing to measure.
  func part(_ value: UInt64, _ snapshot: Snapshot) -> MetricValue {
    count(snapshot) > 0
      ? MetricValue(value) : .absent("the capture has no \(Phrase(message: noun))")
  }

  func share(_ value: UInt64, _ snapshot: Snapshot) -> MetricValue {
    MetricValue(value, of: count(snapshot), noun)
  }
}
