/// A ring cut into slices, from twelve o'clock on.
struct Donut {
  struct Slice {
    var path: Path
    /// The same shape with straight edges, for a hotspot.
    var polygon: [Point]
  }

  let center: Point
  let radius: Double

  private var inner: Double { max(0, radius) * 0.62 }

  func slices(_ values: [Double]) -> [Slice] {
    angles(values).map { from, to in
      let path = Path(
        ringAt: center, inner: inner, outer: max(0, radius), from: from, to: to)
      return Slice(path: path, polygon: polygon(from, to))
    }
  }

  /// Lines between the slices, in the colour of the background; none that would cover a slice.
  func drawSeams(
    _ values: [Double], on canvas: inout some Canvas & ~Copyable, _ color: Color
  ) {
    let angles = angles(values)
    guard angles.count > 1 else { return }
    for (index, angle) in angles.enumerated() {
      let before = angles[(index + angles.count - 1) % angles.count]
      guard min(angle.to - angle.from, before.to - before.from) > 0.06 else { continue }
      let from = angle.from
      let line = LineStyle(1.5)
      canvas.line(from: point(from, inner - 1), to: point(from, radius + 1), color, line)
    }
  }

  private func angles(_ values: [Double]) -> [(from: Double, to: Double)] {
    let total = max(values.reduce(0, +), .leastNormalMagnitude)
    var sum = 0.0
    return values.map { value in
      let from = sum / total * 2 * .pi - .pi / 2
      sum += value
      return (from, sum / total * 2 * .pi - .pi / 2)
    }
  }

  private func polygon(_ from: Double, _ to: Double) -> [Point] {
    let count = max(1, Int(((to - from) / 0.15).rounded(.up)))
    let angles = (0...count).map { from + (to - from) * Double($0) / Double(count) }
    return angles.map { point($0, radius) } + angles.reversed().map { point($0, inner) }
  }

  private func point(_ angle: Double, _ radius: Double) -> Point {
    Point(center.x + radius * Sine.cosine(angle), center.y + radius * Sine.sine(angle))
  }
}
