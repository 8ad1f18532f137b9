import Charts

/// Remembers what was drawn, for tests about where and what.
struct RecordingCanvas: Canvas {
  var fills: [(path: Path, color: Color)] = []
  var strokes: [Path] = []
  var texts: [(string: String, at: Point)] = []
  private(set) var depth = 0

  mutating func fill(_ path: Path, _ color: Color) { fills.append((path, color)) }
  mutating func stroke(_ path: Path, _ color: Color, _ line: LineStyle) { strokes.append(path) }
  mutating func text(_ string: String, at point: Point, _ style: TextStyle, fit: TextFit) {
    texts.append((string, point))
  }
  mutating func clip(to rect: Rect) {}
  mutating func translate(x: Double, y: Double) {}
  mutating func save() { depth += 1 }
  mutating func restore() { depth -= 1 }

  /// Every point of every shape and text; for arcs their outermost.
  var points: [Point] {
    let paths = fills.map(\.path) + strokes
    return texts.map(\.at)
      + paths.flatMap(\.elements).flatMap { element -> [Point] in
        switch element {
        case .move(let point), .line(let point): return [point]
        case .arc(let center, let radius, _, _):
          return [
            Point(center.x - radius, center.y - radius),
            Point(center.x + radius, center.y + radius),
          ]
        case .close: return []
        }
      }
  }
}
