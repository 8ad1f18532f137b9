package import Wording

/// What a metric is in one capture.
package enum MetricValue: Equatable, Sendable {
  case measured(Double)
  /// The capture has nothing to measure it by; with the reason.
  case absent(Phrase)

  init(_ count: UInt64) { self = .measured(Double(count)) }

  /// The share of `part` in percent; without a `whole` there is none.
  init(_ part: UInt64, of whole: UInt64, _ noun: String) {
    self =
      whole > 0
      ? .measured(percent(part, of: whole)) : .absent("the capture has no \(Phrase(message: noun))")
  }
}
