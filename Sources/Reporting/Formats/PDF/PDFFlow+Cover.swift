import Charts

extension PDFFlow {
  /// The head of the first page.
  mutating func cover(_ document: ReportDocument) {
    let kicker = "Packetpress · Network traffic report"
    page.text(kicker, at: Point(area.x, y + 8), PDFStyle.note)
    y += 18
    let lines = PDFStyle.title.lines(of: document.title, width: area.width).prefix(3)
    page.begin(.heading1)
    for line in lines {
      page.text(line, at: Point(area.x, y + 20), PDFStyle.title)
      y += 26
    }
    page.end(.heading1)
    page.text(
      document.subtitle, at: Point(area.x, y + 10), PDFStyle.note,
      fit: .ellipsized(width: area.width))
    y += 20
    page.rule(
      from: Point(area.x, y), to: Point(area.maxX, y), PDFStyle.body.color, width: 1)
    y += 2
  }

  /// Boxes of numbers, four in a row.
  mutating func keyFigures(_ figures: [KeyFigure]) {
    let columns = 4
    let width = area.width / Double(columns)
    let height = 47.0
    for start in stride(from: 0, to: figures.count, by: columns) {
      need(height)
      page.rule(from: Point(area.x, y), to: Point(area.maxX, y), PDFStyle.theme.grid)
      for (index, figure) in figures[start...].prefix(columns).enumerated() {
        let x = area.x + Double(index) * width
        let fit = TextFit.ellipsized(width: width - 8)
        page.text(figure.label, at: Point(x, y + 12), PDFStyle.note, fit: fit)
        let value = Self.fitting(PDFStyle.key, figure.value, width: width - 8)
        let detail = Self.fitting(PDFStyle.note, figure.detail ?? "", width: width - 8)
        page.text(figure.value, at: Point(x, y + 27), value, fit: fit)
        page.text(figure.detail ?? "", at: Point(x, y + 39), detail, fit: fit)
      }
      y += height
    }
    page.rule(from: Point(area.x, y), to: Point(area.maxX, y), PDFStyle.theme.grid)
    y += 10
  }

  /// The style, smaller where a number would be cut.
  private static func fitting(_ style: TextStyle, _ text: String, width: Double) -> TextStyle {
    var style = style
    while style.size > 6, style.width(of: text) > width { style.size -= 0.5 }
    return style
  }

  /// Sections with their pages, in two columns, each line a link.
  mutating func contents(_ sections: [ReportDocument.Section]) {
    let leading = 14.0
    let rows = (sections.count + 1) / 2
    space(10)
    need(Double(rows) * leading + 30)
    page.text("Contents", at: Point(area.x, y + 10), PDFStyle.strong)
    y += 18
    let width = (area.width - 28) / 2
    for (index, section) in sections.enumerated() {
      let origin = Point(
        area.x + Double(index / rows) * (width + 28), y + Double(index % rows) * leading)
      contentsLine(
        index + 1, section, Rect(x: origin.x, y: origin.y, width: width, height: leading))
    }
    y += Double(rows) * leading + 6
  }

  private mutating func contentsLine(
    _ number: Int, _ section: ReportDocument.Section, _ rect: Rect
  ) {
    let baseline = rect.y + 10
    page.text("\(number)", at: Point(rect.x, baseline), PDFStyle.body.colored(PDFStyle.note.color))
    page.text(
      section.title, at: Point(rect.x + 20, baseline), PDFStyle.body,
      fit: .ellipsized(width: rect.width - 46))
    let start = rect.x + 24 + PDFStyle.body.width(of: section.title)
    let dotted = LineStyle(0.5, dash: [0.5, 2.5])
    page.draw { canvas, place in
      let page = "\(place.sections[section.id] ?? 1)"
      let end = Point(rect.maxX, baseline)
      canvas.line(
        from: Point(start, baseline), to: Point(rect.maxX - 18, baseline), PDFStyle.note.color,
        dotted)
      canvas.text(page, at: end, PDFStyle.body.aligned(.end))
      canvas.link(rect, to: .destination(section.id))
    }
  }
}
