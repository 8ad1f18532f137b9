import Charts
internal import Wording

extension PDFFlow {
  mutating func add(_ block: ReportBlock) {
    switch block {
    case .verdict(let strip): verdict(strip)
    case .lead(let text), .paragraph(let text), .note(let text):
      paragraph(text)
      y += 6
    case .warning(let text): warning(text)
    case .heading(let title, _): subheading(title.text)
    case .list(let items): list(items)
    case .steps(let items): list(items, isNumbered: true)
    case .code(let lines): code(lines)
    case .keyFigures(let figures): keyFigures(figures)
    case .facts(let facts): self.facts(facts)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    }
  }

  /// The head of a section, with a bookmark and a place for links.
  mutating func section(_ number: Int?, _ id: String, _ title: String) {
    space(20)
    need(60)
    beginSection(id, title: title)
    mark(title, isBelow: false)
    let top = Point(area.x, max(0, y - 12))
    page.draw { canvas, _ in canvas.markDestination(id, at: top) }
    let style = PDFStyle.heading
    page.begin(.heading1)
    if let number {
      page.text("\(number) ", at: Point(area.x, y + 13), style.colored(PDFStyle.note.color))
    }
    page.text(
      title, at: Point(area.x + (number == nil ? 0 : 24), y + 13), style,
      fit: .ellipsized(width: area.width - 24))
    page.end(.heading1)
    y += 24
  }

  private func height(of figure: ReportFigure) -> Double {
    let chart = figure.figure.chart.size.height
    // A list of fifty bars takes a page, so that its labels do not meet.
    return min(max(chart * 0.58, min(chart, 130)), area.height - 80)
  }

  private mutating func subheading(_ title: String) {
    space(8)
    need(60)
    page.begin(.heading2)
    page.text(
      title, at: Point(area.x, y + 10), PDFStyle.strong, fit: .ellipsized(width: area.width))
    page.end(.heading2)
    y += 18
  }

  private mutating func facts(_ facts: [ReportBlock.Fact]) {
    let termWidth = min(150, (facts.map { PDFStyle.note.width(of: $0.term.text) }.max() ?? 0) + 14)
    let texts = facts.map {
      PDFParagraph($0.text, style: PDFStyle.body, width: area.width - termWidth)
    }
    // A few stay together; of many, the first three do.
    let height = texts.map { $0.height + 1.5 }.reduce(0, +)
    let start = texts.prefix(3).map { $0.height + 1.5 }.reduce(0, +)
    need(min(height < area.height / 4 ? height : start, area.height))
    for (fact, text) in zip(facts, texts) {
      need(min(area.height, text.height + 2))
      let baseline = y + 0.74 * text.leading
      page.begin(.paragraph)
      page.text(
        fact.term.text + " ", at: Point(area.x, baseline), PDFStyle.note,
        fit: .ellipsized(width: termWidth - 8))
      text.draw(on: &page, at: Point(area.x + termWidth, y))
      page.end(.paragraph)
      y += max(text.height, text.leading) + 1.5
    }
    y += 8
  }

  /// The chart as vectors with its number and caption, on one page together.
  private mutating func figure(_ figure: ReportFigure) {
    let chart = ChartFigure(figure.figure.chart, showsHeading: false)
    let height = height(of: figure)
    let head = theme.say("Figure \(figure.number). \(figure.title)")
    let caption = PDFParagraph(
      InlineText("\(head). ", style: .strong)
        + InlineText("\(figure.subtitle)."),
      style: PDFStyle.note, width: area.width)
    need(height + caption.height + 10)
    mark(head, isBelow: true)
    let rect = Rect(x: area.x, y: y + 4, width: area.width, height: height)
    let theme = theme
    page.begin(.figure)
    page.draw { canvas, _ in chart.draw(on: &canvas, in: rect, theme: theme) }
    page.end(.figure)
    y += height + 8
    page.begin(.caption)
    caption.draw(on: &page, at: Point(area.x, y))
    page.end(.caption)
    y += caption.height + 14
  }
}
