import Charts

/// Text of several faces broken into lines.
struct PDFParagraph {
  /// A piece of a line in one face.
  struct Piece {
    var text: String
    var style: TextStyle
    var x: Double
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
    for (index, line) in lines.enumerated() {
      let baseline = origin.y + (Double(index) + 0.74) * leading
      for piece in line {
        page.text(piece.text, at: Point(origin.x + piece.x, baseline), piece.style)
      }
    }
  }

  /// What stands between spaces; a word may change its face within.
  private static func words(of text: InlineText, style: TextStyle) -> [[Piece]] {
    var words: [[Piece]] = [[]]
    for run in text.runs {
      let face = self.face(run.style, style)
      for (index, part) in run.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { words.append([]) }
        if !part.isEmpty {
          words[words.count - 1].append(Piece(text: String(part), style: face, x: 0))
        }
      }
    }
    return words.filter { !$0.isEmpty }
  }

  private static func face(_ run: InlineText.Style, _ style: TextStyle) -> TextStyle {
    switch run {
    case .plain: return style
    case .mono: return PDFStyle.mono(style)
    case .strong:
      var strong = style
      strong.weight = .semibold
      return strong
    }
  }
}
