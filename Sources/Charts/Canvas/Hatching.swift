/// Lines across a shape that tell it from others where colours do not: on paper without colour.
package enum Hatching: Hashable, Sendable, CaseIterable {
  case rising, falling, upright, level, crossed, grid, wideRising

  /// The directions of its lines, and the distance between two of them in points.
  package var strokes: [(direction: Direction, distance: Double)] {
    switch self {
    case .rising: [(.rising, 4)]
    case .falling: [(.falling, 4)]
    case .upright: [(.upright, 3)]
    case .level: [(.level, 3)]
    case .crossed: [(.rising, 5), (.falling, 5)]
    case .grid: [(.upright, 4), (.level, 4)]
    case .wideRising: [(.rising, 7)]
    }
  }

  package enum Direction: Sendable { case rising, falling, upright, level }

  /// The lines that cross a rectangle; the same on every shape, so that neighbours go on in each other.
  package func lines(across rect: Rect) -> [(from: Point, to: Point)] {
    strokes.flatMap { direction, distance in
      Self.lines(direction, distance, across: rect)
    }
  }

  private static func lines(
    _ direction: Direction, _ distance: Double, across rect: Rect
  ) -> [(from: Point, to: Point)] {
    let (low, high) =
      switch direction {
      case .rising: (rect.minX + rect.minY, rect.maxX + rect.maxY)
      case .falling: (rect.minX - rect.maxY, rect.maxX - rect.minY)
      case .upright: (rect.minX, rect.maxX)
      case .level: (rect.minY, rect.maxY)
      }
    let first = (low / distance).rounded(.up) * distance
    // No page is so large that more would be seen.
    return stride(from: first, through: high, by: distance).prefix(2_000).map { place in
      switch direction {
      case .rising: (Point(place - rect.minY, rect.minY), Point(place - rect.maxY, rect.maxY))
      case .falling: (Point(place + rect.minY, rect.minY), Point(place + rect.maxY, rect.maxY))
      case .upright: (Point(place, rect.minY), Point(place, rect.maxY))
      case .level: (Point(rect.minX, place), Point(rect.maxX, place))
      }
    }
  }
}
