/// A shape made of straight lines and circular arcs.
package struct Path: Equatable, Sendable {
  package enum Element: Equatable, Sendable {
    case move(Point)
    case line(Point)
    /// Angles in radians, clockwise from three o'clock; runs backwards if `to` is less than `from`.
    case arc(center: Point, radius: Double, from: Double, to: Double)
    case close
  }

  package var elements: [Element] = []

  package init() {}

  /// A line through the points, left open.
  package init(line points: [Point]) {
    elements.reserveCapacity(points.count)
    for point in points { elements.append(elements.isEmpty ? .move(point) : .line(point)) }
  }

  package init(polygon points: [Point]) {
    self.init(line: points)
    if !points.isEmpty { elements.append(.close) }
  }

  package init(_ rect: Rect) { self.init(polygon: rect.corners) }

  package init(circleAt center: Point, radius: Double) {
    elements = [.arc(center: center, radius: radius, from: 0, to: 2 * .pi), .close]
  }

  /// A piece of a ring between two angles; the whole ring if they are a full turn apart.
  package init(ringAt center: Point, inner: Double, outer: Double, from: Double, to: Double) {
    elements = [.arc(center: center, radius: outer, from: from, to: to)]
    // A whole ring is two circles, wound in opposite directions, without a seam between them.
    if to - from >= 2 * .pi - 1e-9 {
      let seam = Point(center.x + inner, center.y)
      elements = [.arc(center: center, radius: outer, from: 0, to: 2 * .pi), .close, .move(seam)]
      elements += [.arc(center: center, radius: inner, from: 2 * .pi, to: 0), .close]
      return
    }
    elements += [.arc(center: center, radius: inner, from: to, to: from), .close]
  }
}
