import Charts

/// Pages that fill from top to bottom.
struct PDFFlow {
  let size: Size
  let area: Rect
  /// Rows of a table that are printed at most.
  var rowLimit: Int
  let theme: Theme
  /// Where what is not printed can be found.
  let wholes: PDFWholes
  private(set) var sections: [String: Int] = [:]
  private(set) var outline: [PDFBookmark] = []
  private(set) var pages = [PDFPage()]
  /// What is not printed, in the order of the report.
  var omissions: [PDFOmission] = []
  var y: Double
  /// The page on which the block that was added last begins.
  private(set) var firstPage: Int?

  init(paper: Paper, rowLimit: Int, theme: Theme, wholes: PDFWholes) {
    size = paper.size
    area = Rect(size).inset(top: 62, left: 52, bottom: 58, right: 52)
    self.rowLimit = rowLimit
    self.theme = theme
    self.wholes = wholes
    y = 44
  }

  var room: Double { area.maxY - y }
  var isAtTop: Bool { y <= area.minY }

  /// The page that is being filled.
  var page: PDFPage {
    get { pages[pages.count - 1] }
    _modify { yield &pages[pages.count - 1] }
  }

  /// Turns the page if there is not so much room left; every block asks before it draws.
  mutating func need(_ height: Double) {
    if height > room, !isAtTop { turnPage() }
    firstPage = firstPage ?? pages.count
  }

  mutating func turnPage() {
    let head = page.nextHead
    pages.append(PDFPage())
    page.head = head
    page.nextHead = head
    y = area.minY
  }

  mutating func space(_ height: Double) {
    if !isAtTop { y += height }
  }

  /// Notes that a section begins here, for contents, links and the running head.
  mutating func beginSection(_ id: String, title: String) {
    sections[id] = pages.count
    if isAtTop || page.head.isEmpty { page.head = title }
    page.nextHead = title
  }

  /// Notes a place that readers go to, of the first level or below the last of it.
  mutating func mark(_ title: String, isBelow: Bool) {
    outline.append(
      PDFBookmark(
        title: title, isBelow: isBelow, page: pages.count,
        place: Point(area.x, max(0, y - 12))))
  }

  /// Sets a head and what it is the head of, on a new page if they would part on this one.
  mutating func keep(_ head: (inout PDFFlow) -> Void, with body: (inout PDFFlow) -> Void) {
    let before = self
    head(&self)
    let headPage = pages.count
    firstPage = nil
    body(&self)
    guard let firstPage, firstPage != headPage, !before.isAtTop else { return }
    self = before
    turnPage()
    head(&self)
    body(&self)
  }
}
