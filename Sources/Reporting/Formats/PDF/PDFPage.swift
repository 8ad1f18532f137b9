import Charts

/// What is on a page, in the order of drawing.
struct PDFPage {
  /// A page's number and how many there are, for what is drawn when all are laid out.
  struct Place {
    var number: Int
    var count: Int
    /// Where sections begin, by anchor; those that are not printed are not in it.
    var sections: [String: Int]
  }

  typealias Drawing = (inout CairoCanvas, Place) -> Void

  private(set) var drawings: [Drawing] = []
  /// The section at the top of the page, and the one that goes on at its foot.
  var head = ""
  var nextHead = ""

  mutating func draw(_ drawing: @escaping Drawing) { drawings.append(drawing) }

  mutating func text(
    _ text: String, at point: Point, _ style: TextStyle, fit: TextFit = .line
  ) {
    guard !text.isEmpty else { return }
    draw { canvas, _ in canvas.text(text, at: point, style, fit: fit) }
  }

  mutating func rule(from start: Point, to end: Point, _ color: Color, width: Double = 0.5) {
    draw { canvas, _ in canvas.line(from: start, to: end, color, LineStyle(width)) }
  }

  mutating func fill(_ rect: Rect, _ color: Color) {
    draw { canvas, _ in canvas.fill(rect, color) }
  }

  mutating func begin(_ tag: StructureTag) { draw { canvas, _ in canvas.begin(tag) } }

  mutating func end(_ tag: StructureTag) { draw { canvas, _ in canvas.end(tag) } }
}
