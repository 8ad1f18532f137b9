import Charts

/// Pages that fill from top to bottom.
struct PDFFlow {
  let size: Size
  let area: Rect
  /// Rows of a table that are printed at most.
  let rowLimit: Int
  /// Where the whole of a cut table is, if it lies beside the PDF.
  let hasTables: Bool
  private(set) var sections: [String: Int] = [:]
  private(set) var pages = [PDFPage()]
  var y: Double

  init(paper: Paper, rowLimit: Int, hasTables: Bool) {
    size = paper.size
    area = Rect(size).inset(top: 62, left: 52, bottom: 58, right: 52)
    self.rowLimit = rowLimit
    self.hasTables = hasTables
    y = 52
  }

  var room: Double { area.maxY - y }
  var isAtTop: Bool { y <= area.minY }

  /// The page that is being filled.
  var page: PDFPage {
    get { pages[pages.count - 1] }
    _modify { yield &pages[pages.count - 1] }
  }

  /// Turns the page if there is not so much room left.
  mutating func need(_ height: Double) {
    if height > room, !isAtTop { turnPage() }
  }

  mutating func turnPage() {
    pages.append(PDFPage())
    y = area.minY
  }

  mutating func space(_ height: Double) {
    if !isAtTop { y += height }
  }

  /// Notes that a section begins here.
  mutating func beginSection(_ id: String) { sections[id] = pages.count }

  /// A paragraph, over pages if need be.
  mutating func paragraph(
    _ text: InlineText, _ style: TextStyle = PDFStyle.body, inset: Double = 0,
    tag: StructureTag = .paragraph
  ) {
    let paragraph = PDFParagraph(text, style: style, width: area.width - inset)
    need(min(paragraph.height, area.height))
    page.begin(tag)
    paragraph.draw(on: &page, at: Point(area.x + inset, y))
    page.end(tag)
    y += paragraph.height
  }
}
