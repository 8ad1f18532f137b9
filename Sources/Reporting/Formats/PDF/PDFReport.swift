import CaptureFormats
import Charts
import TrafficAnalysis
internal import Wording

/// `report.pdf`: the document set for paper.
struct PDFReport: Sendable {
  private let document: ReportDocument
  private let options: ReportOptions
  /// Of the capture: the same input gives the same bytes.
  private let date: String

  init(_ document: ReportDocument, options: ReportOptions, snapshot: Snapshot) {
    self.document = document
    self.options = options
    let first = snapshot.capture.firstPacket ?? .init(nanoseconds: 0)
    date = ExactTime.rfc3339(first).prefix(19) + "Z"
  }

  func bytes() throws -> [UInt8] {
    let flow = PDFLayout(document: document, options: options).flow()
    var canvas = CairoCanvas(pdf: options.paper.size)
    canvas.setMetadata(metadata)
    canvas.begin(.document)
    for (index, page) in flow.pages.enumerated() {
      let place = PDFPage.Place(
        number: index + 1, count: flow.pages.count, sections: flow.sections)
      for draw in page.drawings { draw(&canvas, place) }
      canvas.begin(.furniture)
      drawFurniture(on: &canvas, place, page, flow)
      canvas.end(.furniture)
      canvas.showPage()
    }
    canvas.end(.document)
    addOutline(flow.outline, to: &canvas)
    return try canvas.finish()
  }

  private var metadata: PDFMetadata {
    let made = "Packetpress \(options.version)"
    return PDFMetadata(
      title: document.title.text, author: document.author ?? made,
      subject: document.tagline
        ?? options.language.text("Network traffic report, \(document.captureName)"),
      date: date, creator: made)
  }

  private func addOutline(_ bookmarks: [PDFBookmark], to canvas: inout CairoCanvas) {
    var parent = OutlineEntry.root
    for bookmark in bookmarks {
      let entry = canvas.addOutline(
        bookmark.title, below: bookmark.isBelow ? parent : .root,
        to: .page(bookmark.page, bookmark.place), isOpen: false)
      if !bookmark.isBelow { parent = entry }
    }
  }

  /// Running head and foot; the first page has its cover for a head.
  private func drawFurniture(
    on canvas: inout CairoCanvas, _ place: PDFPage.Place, _ page: PDFPage, _ flow: PDFFlow
  ) {
    let area = flow.area
    let style = PDFStyle.note
    if place.number > 1 {
      canvas.text(
        document.title.text, at: Point(area.x, 38), style,
        fit: .middleEllipsized(width: area.width * 0.6))
      canvas.text(page.head, at: Point(area.maxX, 38), style.aligned(.end))
      canvas.line(from: Point(area.x, 45), to: Point(area.maxX, 45), PDFStyle.theme.grid)
    }
    let foot = flow.size.height - 32
    let author = document.author.map { "\($0) · " } ?? ""
    canvas.text(
      "\(author)Packetpress \(options.version)", at: Point(area.x, foot), style,
      fit: .ellipsized(width: area.width * 0.7))
    canvas.text(
      options.language.text("\(place.number) of \(place.count)"), at: Point(area.maxX, foot),
      style.aligned(.end))
  }
}
