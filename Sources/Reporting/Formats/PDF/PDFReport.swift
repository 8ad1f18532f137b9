import CaptureFormats
import Charts
import TrafficAnalysis

/// `report.pdf`: the document set for paper.
struct PDFReport: Sendable {
  /// What anybody prints.
  private static let pageLimit = 40

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
    let flow = layOut()
    var canvas = CairoCanvas(pdf: options.paper.size)
    canvas.setMetadata(
      PDFMetadata(
        title: document.title, author: "Packetpress \(options.version)",
        subject: "Network traffic report, \(document.captureName)", date: date))
    for (index, page) in flow.pages.enumerated() {
      let place = PDFPage.Place(
        number: index + 1, count: flow.pages.count, sections: flow.sections)
      drawFurniture(on: &canvas, place, flow)
      for draw in page.drawings { draw(&canvas, place) }
      canvas.showPage()
    }
    return try canvas.finish()
  }

  /// Prints fewer rows of every table until the whole is short enough.
  private func layOut() -> PDFFlow {
    var flow = layOut(rowLimit: 60)
    for rowLimit in [30, 15, 8, 4] where flow.pages.count > Self.pageLimit {
      flow = layOut(rowLimit: rowLimit)
    }
    return flow
  }

  private func layOut(rowLimit: Int) -> PDFFlow {
    var flow = PDFFlow(
      paper: options.paper, rowLimit: rowLimit, hasTables: options.formats.contains(.csv))
    flow.cover(document)
    for (index, section) in document.sections.enumerated() {
      flow.section(index + 1, section)
      for group in BlockGroups.groups(of: section.blocks) { flow.add(group) }
      if index == 0 { flow.contents(document.sections) }
    }
    return flow
  }

  /// Running head and foot; the first page has its cover for a head.
  private func drawFurniture(
    on canvas: inout CairoCanvas, _ place: PDFPage.Place, _ flow: PDFFlow
  ) {
    let area = flow.area
    let style = PDFStyle.note
    if place.number > 1 {
      canvas.text(
        document.captureName, at: Point(area.x, 38), style,
        fit: .middleEllipsized(width: area.width * 0.6))
      canvas.text("Network traffic report", at: Point(area.maxX, 38), style.aligned(.end))
      canvas.line(from: Point(area.x, 45), to: Point(area.maxX, 45), PDFStyle.theme.grid)
    }
    let foot = flow.size.height - 32
    canvas.text("Packetpress \(options.version)", at: Point(area.x, foot), style)
    canvas.text(
      "\(place.number) of \(place.count)", at: Point(area.maxX, foot), style.aligned(.end))
  }
}
