import Charts

/// Text of several faces broken into lines.
struct PDFParagraph {
  /// A piece of a line in one face.
  struct Piece: Equatable {
    var text: String
    var style: TextStyle
    var x: Double
    /// Where it leads when it is clicked on.
    var target: LinkTarget?
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
      let baseline = origin.y + (Double(index) + 0.74) * leading
      for piece in line {
        // Readers that speak or copy the text find its words apart by the space only.
        let text = piece == line.last && index == lines.count - 1 ? piece.text : piece.text + " "
        page.text(text, at: Point(origin.x + piece.x, baseline), piece.style)
      }
    }
  }

  /// Makes the links work; after the paragraph, as Cairo (1.16) drops the text of an element of the
  /// structure that has another within.
  func drawLinks(of lines: ArraySlice<[Piece]>, on page: inout PDFPage, at origin: Point) {
    for (index, line) in lines.enumerated() {
      for piece in line {
        guard let target = piece.target else { continue }
        let rect = Rect(
          x: origin.x + piece.x, y: origin.y + Double(index) * leading,
          width: piece.style.width(of: piece.text), height: leading)
        let foot = rect.y + 0.74 * leading + 1.5
        // Underlined, so that it is seen without colour.
        page.rule(from: Point(rect.x, foot), to: Point(rect.maxX, foot), piece.style.color)
        page.draw { canvas, place in
          // A section that is not printed is no place to go to.
          if case .destination(let id) = target, place.sections[id] == nil { return }
          canvas.link(rect, to: target)
        }
      }
    }
  }

  private static func target(of style: InlineText.Style) -> LinkTarget? {
    switch style {
    case .link(let address): .uri(address)
    case .section(let id): .destination(id)
    default: nil
    }
  }

  /// What stands between spaces; a word may change its face within.
  private static func words(of text: InlineText, style: TextStyle) -> [[Piece]] {
    var words: [[Piece]] = [[]]
    for run in text.runs {
      let face = PDFStyle.face(run.style, style)
      let target = target(of: run.style)
      for (index, part) in run.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { words.append([]) }
        if !part.isEmpty {
          words[words.count - 1].append(
            Piece(text: String(part), style: face, x: 0, target: target))
        }
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
