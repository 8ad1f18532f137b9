import Charts

/// Text of several faces broken into lines.
struct PDFParagraph {
  /// A piece of a line in one face.
  struct Piece {
    var text: String
    var style: TextStyle
    var x: Double
    /// Where it leads when it is clicked on.
    var address: String?
  }

  let lines: [[Piece]]
  let leading: Double
  var height: Double { Double(lines.count) * leading }

  init(_ text: InlineText, style: TextStyle, width: Double) {
    leading = PDFStyle.leading(style)
    var setter = LineSetter(width: width)
    for word in Self.words(of: text, style: style) { setter.add(word) }
    lines = setter.finish()
  }

  func draw(on page: inout PDFPage, at origin: Point) {
    draw(lines[...], on: &page, at: origin)
  }

  /// Some of the lines, for a paragraph that goes on on the next page.
  func draw(_ lines: ArraySlice<[Piece]>, on page: inout PDFPage, at origin: Point) {
    for (index, line) in lines.enumerated() {
      let top = origin.y + Double(index) * leading
      for piece in line {
        let place = Point(origin.x + piece.x, top + 0.74 * leading)
        page.text(piece.text, at: place, piece.style)
        if let address = piece.address { link(piece, address, at: place, on: &page) }
      }
    }
  }

  /// Underlined, so that it is seen without colour.
  private func link(_ piece: Piece, _ address: String, at place: Point, on page: inout PDFPage) {
    let width = piece.style.width(of: piece.text)
    let rect = Rect(x: place.x, y: place.y - 0.74 * leading, width: width, height: leading)
    page.rule(
      from: Point(place.x, place.y + 1.5), to: Point(place.x + width, place.y + 1.5),
      piece.style.color)
    page.draw { canvas, _ in canvas.link(rect, to: .uri(address)) }
  }

  /// What stands between spaces; a word may change its face within.
  private static func words(of text: InlineText, style: TextStyle) -> [[Piece]] {
    var words: [[Piece]] = [[]]
    for run in text.runs {
      let face = PDFStyle.face(run.style, style)
      let address: String? = if case .link(let address) = run.style { address } else { nil }
      for (index, part) in run.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { words.append([]) }
        if !part.isEmpty {
          words[words.count - 1].append(
            Piece(text: String(part), style: face, x: 0, address: address))
        }
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
