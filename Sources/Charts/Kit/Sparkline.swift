/// Small columns over time, for a cell of a table: a shape only, whose numbers stand beside it.
package struct Sparkline: Hashable, Sendable {
  /// As many columns as one tells apart in a cell, at most.
  package static let columnLimit = 32
  /// The height of the highest column.
  package static let top = 12

  /// From 0 to ``top``; where there is anything, at least 1.
  package let heights: [Int]

  /// Nil where there is no course of time, or nothing in it.
  package init?(_ values: [Double]) {
    guard values.count > 1, let most = values.max(), most > 0, most.isFinite else { return nil }
    heights = values.prefix(Self.columnLimit).map { value in
      value > 0 ? max(1, Int((value / most * Double(Self.top)).rounded())) : 0
    }
  }

  /// The corners of the outline, from the lower left to the lower right, in columns and heights.
  package var outline: [Point] {
    var points = [Point(0, 0)]
    for (column, height) in heights.enumerated() {
      if Double(height) != points[points.count - 1].y {
        points.append(Point(Double(column), points[points.count - 1].y))
        points.append(Point(Double(column), Double(height)))
      }
    }
    let end = Double(heights.count)
    return points + [Point(end, points[points.count - 1].y), Point(end, 0)]
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in rect: Rect, _ color: Color) {
    let (width, height) = (rect.width / Double(heights.count), rect.height / Double(Self.top))
    let points = outline.map { Point(rect.x + $0.x * width, rect.maxY - $0.y * height) }
    canvas.fill(Path(polygon: points), color)
    canvas.line(
      from: Point(rect.x, rect.maxY), to: Point(rect.maxX, rect.maxY), color, LineStyle(0.3))
  }

  /// The same in block characters, a dot where there is nothing.
  package var text: String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    return String(
      heights.map { height in
        height == 0 ? "·" : blocks[(height * blocks.count - 1) / Self.top]
      })
  }
}
