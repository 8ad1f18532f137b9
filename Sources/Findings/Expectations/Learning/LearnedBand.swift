import TrafficAnalysis

/// A number of good captures, from which a bound for others is made.
struct LearnedBand: Sendable {
  let name: String
  /// A metric without parameters, or with one filled in.
  let metric: String
  /// So much more than the most of the good captures may be.
  let factor: Double
  /// Below this there is nothing to complain about, in the base unit; nil makes a band of two bounds.
  let floor: Double?
  /// The metric of what a share is of; nil for all others.
  private(set) var whole: String?

  static let all: [LearnedBand] = [
    LearnedBand(
      name: "Handshakes are as fast as they were", metric: "tcp.handshake_rtt.p95", factor: 3,
      floor: 10e6),
    LearnedBand(
      name: "Little is sent again", metric: "tcp.retransmissions.share", factor: 3, floor: 1,
      whole: "tcp.packets"),
    LearnedBand(
      name: "Connections are accepted", metric: "tcp.failed.share", factor: 2, floor: 5,
      whole: "tcp.connections"),
    LearnedBand(
      name: "Names are found quickly", metric: "dns.latency.p95", factor: 3, floor: 50e6),
    LearnedBand(
      name: "DNS answers", metric: "dns.unanswered.share", factor: 2, floor: 5,
      whole: "dns.queries"),
    LearnedBand(
      name: "DNS does not fail", metric: "dns.failed.share", factor: 2, floor: 5,
      whole: "dns.responses"),
    LearnedBand(
      name: "Web servers answer quickly", metric: "http.latency.p95", factor: 3, floor: 50e6),
    LearnedBand(
      name: "Web servers do not fail", metric: "http.statuses.5xx.share", factor: 2, floor: 1,
      whole: "http.responses"),
    LearnedBand(
      name: "About as much traffic as before", metric: "bytes_per_minute", factor: 4, floor: nil),
  ]

  /// Below this the 95th percentile is the most of all, which a single packet sent again decides.
  private static let leastSamples = 20.0

  /// The metric, or the median instead of the 95th percentile where a capture has few to measure.
  private func metric(_ grounds: [Grounds]) -> String {
    guard metric.hasSuffix(".p95") else { return metric }
    let name = metric.dropLast(".p95".count)
    let samples = Self.values(of: "\(name).samples", in: grounds).filter { $0 > 0 }
    return samples.contains { $0 < Self.leastSamples } ? "\(name).p50" : metric
  }

  /// An entry of the file, a comment why there is none, or nothing where no capture has the number.
  func text(_ grounds: [Grounds]) -> String {
    let metric = metric(grounds)
    guard let kind = try? MetricCatalog.metric(metric, line: nil).0.kind else { return "" }
    let values = Self.values(of: metric, in: grounds)
    guard let least = values.min(), let most = values.max() else { return "" }
    guard values.count == grounds.count else {
      return "  # \(metric) is not in every capture, so that nothing is expected of it.\n"
    }
    let chance = byChance(grounds)
    guard chance <= 50 else { return "  # \(metric) is of too few to expect anything of it.\n" }
    let ends = [least, most].map { Self.written($0, kind) }
    let figures = ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
    return """
        # It was \(figures); more than that is allowed, change it as you need it.
        - name: \(name)
          check: \(metric) \(bound(least, most, chance: chance, kind))

      """
  }

  private static func values(of metric: String, in grounds: [Grounds]) -> [Double] {
    guard let (metric, parameter) = try? MetricCatalog.metric(metric, line: nil) else { return [] }
    return grounds.compactMap {
      guard case .measured(let value) = metric.value(in: $0, parameter: parameter) else {
        return nil
      }
      return value
    }
  }

  /// The share, in percent, that a capture as small as the smallest may have by chance.
  ///
  /// Few are counted in a small capture, and another one has twice as many for no reason. The rate is taken
  /// at the upper end of what all captures together leave open, 3 in all where none was seen (the rule of
  /// three), and then once more for the number in one capture; both as of Poisson, within two deviations.
  private func byChance(_ grounds: [Grounds]) -> Double {
    guard let whole, metric.hasSuffix(".share") else { return 0 }
    let wholes = Self.values(of: whole, in: grounds)
    let parts = Self.values(of: String(metric.dropLast(".share".count)), in: grounds)
    guard let smallest = wholes.min(), smallest > 0 else { return 0 }
    let seen = parts.reduce(0, +)
    let rate = (seen + 2 * (seen + 1).squareRoot() + 1) / wholes.reduce(0, +)
    let number = rate * smallest
    return (number + 2 * number.squareRoot()) / smallest * 100
  }

  private func bound(
    _ least: Double, _ most: Double, chance: Double, _ kind: QuantityKind
  ) -> String {
    var top = max(most * factor, chance)
    if let floor { top = max(top, floor) }
    if kind == .percent { top = min(top, 100) }
    let high = Self.rounded(top, kind, .up)
    return floor == nil
      ? "between \(Self.rounded(least / factor, kind, .down)) and \(high)" : "<= \(high)"
  }

  /// With two digits that count, away from what was measured.
  static func rounded(
    _ value: Double, _ kind: QuantityKind, _ rule: FloatingPointRoundingRule
  ) -> String {
    let unit = kind.readableUnit(for: value)
    let number = value / (unit?.factor ?? 1)
    guard number > 0 else { return "0\(unit?.symbol ?? "")" }
    // Below a hundredth of the smallest unit there is nothing to tell apart.
    var step = 0.01
    while number / step >= 100 { step *= 10 }
    let steps = (number / step).rounded(rule)
    let result = step < 1 ? steps / (1 / step).rounded() : steps * step
    return Quantity.number(result, in: nil) + (unit?.symbol ?? "")
  }

  private static func written(_ value: Double, _ kind: QuantityKind) -> String {
    let unit = kind.readableUnit(for: value)
    return Quantity.number(value, in: unit) + (unit.map { " \($0.symbol)" } ?? "")
  }
}
