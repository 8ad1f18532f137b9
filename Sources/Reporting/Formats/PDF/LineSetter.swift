import Charts

/// Fills lines with words until they are full.
struct LineSetter {
  private let width: Double
  private var lines: [[PDFParagraph.Piece]] = []
  private var line: [PDFParagraph.Piece] = []
  private var x = 0.0

  init(width: Double) { self.width = width }

  mutating func add(_ word: [PDFParagraph.Piece]) {
    let length = word.map { $0.style.width(of: $0.text) }.reduce(0, +)
    let space = line.isEmpty ? 0 : word[0].style.width(of: " ")
    if x + space + length > width, !line.isEmpty { breakLine() }
    guard length <= width else { return addBroken(word) }
    var gap = line.isEmpty ? "" : " "
    x += line.isEmpty ? 0 : space
    for piece in word {
      place(piece, after: gap)
      gap = ""
    }
  }

  mutating func finish() -> [[PDFParagraph.Piece]] {
    if !line.isEmpty { breakLine() }
    return lines
  }

  /// A word longer than a line, such as a name from a packet, is broken within.
  private mutating func addBroken(_ word: [PDFParagraph.Piece]) {
    for piece in word {
      for part in piece.style.lines(of: piece.text, width: width) {
        if x + piece.style.width(of: part) > width, !line.isEmpty { breakLine() }
        place(PDFParagraph.Piece(text: part, style: piece.style, x: 0, target: piece.target))
      }
    }
  }

  private mutating func place(_ piece: PDFParagraph.Piece, after gap: String = "") {
    // Words of one face are drawn as one piece, so that they are found and copied as one.
    if let last = line.last, last.style == piece.style, last.target == piece.target {
      line[line.count - 1].text += gap + piece.text
    } else {
      var piece = piece
      piece.x = x
      line.append(piece)
    }
    x += piece.style.width(of: piece.text)
  }

  private mutating func breakLine() {
    lines.append(line)
    line = []
    x = 0
  }
}
