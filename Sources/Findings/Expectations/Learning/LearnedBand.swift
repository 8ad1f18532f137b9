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

  static let all: [LearnedBand] = [
    LearnedBand(
      name: "Handshakes are as fast as they were", metric: "tcp.handshake_rtt.p95", factor: 3,
      floor: 10e6),
    LearnedBand(
      name: "Little is sent again", metric: "tcp.retransmissions.share", factor: 3, floor: 1),
    LearnedBand(
      name: "Connections are accepted", metric: "tcp.failed.share", factor: 2, floor: 5),
    LearnedBand(
      name: "Names are found quickly", metric: "dns.latency.p95", factor: 3, floor: 50e6),
    LearnedBand(name: "DNS answers", metric: "dns.unanswered.share", factor: 2, floor: 5),
    LearnedBand(name: "DNS does not fail", metric: "dns.failed.share", factor: 2, floor: 5),
    LearnedBand(
      name: "Web servers answer quickly", metric: "http.latency.p95", factor: 3, floor: 50e6),
    LearnedBand(
      name: "Web servers do not fail", metric: "http.statuses.5xx.share", factor: 2, floor: 1),
    LearnedBand(
      name: "About as much traffic as before", metric: "bytes_per_minute", factor: 4, floor: nil),
  ]

  /// An entry of the file, a comment why there is none, or nothing where no capture has the number.
  func text(_ grounds: [Grounds]) -> String {
    guard let (metric, parameter) = try? MetricCatalog.metric(self.metric, line: nil) else {
      return ""
    }
    let values = grounds.compactMap { grounds -> Double? in
      guard case .measured(let value) = metric.value(in: grounds, parameter: parameter) else {
        return nil
      }
      return value
    }
    guard let least = values.min(), let most = values.max() else { return "" }
    guard values.count == grounds.count else {
      return "  # \(self.metric) is not in every capture, so that nothing is expected of it.\n"
    }
    let figures = "\(Self.written(least, metric.kind)) to \(Self.written(most, metric.kind))"
    return """
        # It was \(figures); more than that is allowed, change it as you need it.
        - name: \(name)
          check: \(self.metric) \(bound(least, most, metric.kind))

      """
  }

  private func bound(_ least: Double, _ most: Double, _ kind: QuantityKind) -> String {
    var top = most * factor
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
