import Charts

extension PDFFlow {
  mutating func add(_ block: ReportBlock) {
    switch block {
    case .lead(let text), .paragraph(let text), .note(let text):
      paragraph(text)
      y += 6
    case .warning(let text): warning(text)
    case .heading(let title, _): subheading(title)
    case .list(let items): list(items)
    case .keyFigures(let figures): keyFigures(figures)
    case .facts(let facts): self.facts(facts)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    }
  }

  /// The head of a section, with a bookmark and a place for links.
  mutating func section(_ index: Int, _ section: ReportDocument.Section) {
    space(20)
    // A head is not left alone at the foot of a page.
    need(startHeight(of: section))
    beginSection(section.id)
    let top = Point(area.x, max(0, y - 12))
    let number = pages.count
    page.draw { canvas, _ in
      canvas.markDestination(section.id, at: top)
      canvas.addOutline(section.title, to: .page(number, top))
    }
    let style = PDFStyle.heading
    page.begin(.heading1)
    page.text("\(index)", at: Point(area.x, y + 13), style.colored(PDFStyle.note.color))
    page.text(section.title, at: Point(area.x + 24, y + 13), style)
    page.end(.heading1)
    y += 24
  }

  /// What has to fit below a head for it to stay on the page.
  private func startHeight(of section: ReportDocument.Section) -> Double {
    let heights = section.blocks.prefix(2).map { block -> Double in
      if case .figure(let figure) = block { height(of: figure) + 95 } else { 130 }
    }
    return heights.max() ?? 130
  }

  private func height(of figure: ReportFigure) -> Double {
    let chart = figure.figure.chart.size.height
    return min(max(chart * 0.58, min(chart, 130)), 300)
  }

  private mutating func subheading(_ title: String) {
    space(8)
    need(60)
    page.begin(.heading2)
    page.text(title, at: Point(area.x, y + 10), PDFStyle.strong)
    page.end(.heading2)
    y += 18
  }

  private mutating func warning(_ text: InlineText) {
    let words = InlineText("Remark. ", style: .strong) + text
    let paragraph = PDFParagraph(words, style: PDFStyle.body, width: area.width - 20)
    need(paragraph.height + 12)
    page.fill(
      Rect(x: area.x, y: y, width: area.width, height: paragraph.height + 7), PDFStyle.warningPaper)
    page.fill(Rect(x: area.x, y: y, width: 2, height: paragraph.height + 7), PDFStyle.warning)
    page.begin(.paragraph)
    paragraph.draw(on: &page, at: Point(area.x + 10, y + 3.5))
    page.end(.paragraph)
    y += paragraph.height + 12
  }

  private mutating func list(_ items: [InlineText]) {
    for item in items {
      let top = y
      let pagesBefore = pages.count
      paragraph(item, inset: 12, tag: .listItem)
      let dot = pages.count == pagesBefore ? top : area.minY
      page.text(
        "•", at: Point(area.x + 2, dot + 0.74 * PDFStyle.leading(PDFStyle.body)), PDFStyle.body)
      y += 2
    }
    y += 6
  }

  private mutating func facts(_ facts: [ReportBlock.Fact]) {
    let termWidth = min(150, (facts.map { PDFStyle.note.width(of: $0.term) }.max() ?? 0) + 14)
    for fact in facts {
      let text = PDFParagraph(fact.text, style: PDFStyle.body, width: area.width - termWidth)
      need(min(area.height, text.height + 2))
      let baseline = y + 0.74 * text.leading
      page.text(
        fact.term, at: Point(area.x, baseline), PDFStyle.note,
        fit: .ellipsized(width: termWidth - 8))
      text.draw(on: &page, at: Point(area.x + termWidth, y))
      y += max(text.height, text.leading) + 1.5
    }
    y += 8
  }

  /// The chart as vectors with its number and caption, on one page together.
  private mutating func figure(_ figure: ReportFigure) {
    let chart = ChartFigure(figure.figure.chart, showsHeading: false)
    let height = height(of: figure)
    let caption = PDFParagraph(
      InlineText("Figure \(figure.number). \(figure.title). ", style: .strong)
        + InlineText("\(figure.subtitle)."),
      style: PDFStyle.note, width: area.width)
    need(height + caption.height + 10)
    let rect = Rect(x: area.x, y: y + 4, width: area.width, height: height)
    page.draw { canvas, _ in
      canvas.begin(.figure)
      chart.draw(on: &canvas, in: rect, theme: PDFStyle.theme)
      canvas.end(.figure)
    }
    y += height + 8
    page.begin(.caption)
    caption.draw(on: &page, at: Point(area.x, y))
    page.end(.caption)
    y += caption.height + 14
  }
}
