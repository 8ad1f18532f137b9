/// A linear scale from zero to a round number, with round steps between (1, 2 or 5 times a power
/// of ten).
package struct NiceScale: Equatable, Sendable {
  package let step: Double
  package let steps: Int

  /// Reaches up to at least `maximum` in at most `limit` steps; with `isWhole` no step is below 1.
  package init(upTo maximum: Double, limit: Int = 5, isWhole: Bool = false) {
    let maximum = maximum.isFinite && maximum > 0 ? min(maximum, 1e300) : 1
    var magnitude = 1e-9
    while magnitude * 10 * Double(limit) < maximum { magnitude *= 10 }
    let candidates = [1, 2, 5, 10, 20, 50, 100].map { $0 * magnitude }
    let nice = candidates.first { ($0 * Double(limit)) >= maximum * (1 - 1e-9) } ?? maximum
    step = isWhole ? max(1, nice) : nice
    steps = max(1, Int((maximum / step - 1e-9).rounded(.up)))
  }

  package var top: Double { step * Double(steps) }

  package var ticks: [Double] { (0...steps).map { Double($0) * step } }
}
