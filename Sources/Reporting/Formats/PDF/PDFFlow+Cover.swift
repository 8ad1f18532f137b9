import Charts
internal import Wording

extension PDFFlow {
  /// The head of the first page: who sends what, in the sender's colour.
  mutating func cover(_ document: ReportDocument, _ branding: Branding) {
    let accent = theme.accent
    page.fill(Rect(x: 0, y: 0, width: size.width, height: 7), accent)
    let logoWidth = logo(branding.logo)
    let width = area.width - logoWidth
    page.text(
      "Packetpress · " + theme.say("Network traffic report"), at: Point(area.x, y + 8),
      PDFStyle.note)
    y += 18
    let titles = PDFStyle.title.lines(of: document.title.text, width: width).prefix(3)
    page.begin(.heading1)
    for line in titles {
      page.text(line, at: Point(area.x, y + 20), PDFStyle.title)
      y += 26
    }
    page.end(.heading1)
    page.begin(.paragraph)
    for line in PDFStyle.tagline.lines(of: document.tagline ?? "", width: width).prefix(3)
    where !line.isEmpty {
      page.text(line + " ", at: Point(area.x, y + 11), PDFStyle.tagline)
      y += 16
    }
    for line in [document.subtitle.text, document.author.map { theme.say("By \($0)") } ?? ""]
    where !line.isEmpty {
      page.text(
        line + " ", at: Point(area.x, y + 10), PDFStyle.note, fit: .ellipsized(width: width))
      y += 12
    }
    page.end(.paragraph)
    y = max(y + 8, logoWidth > 0 ? 48 + (branding.logo?.size.height ?? 0) : 0)
    page.rule(from: Point(area.x, y), to: Point(area.maxX, y), accent, width: 1.5)
    y += 10
  }

  /// The logo at the right edge; returns the room that it takes from the title.
  private mutating func logo(_ logo: Logo?) -> Double {
    guard let logo else { return 0 }
    let place = Point(area.maxX - logo.size.width, 40)
    page.begin(.figure)
    page.draw { canvas, _ in canvas.draw(logo, at: place) }
    page.end(.figure)
    return logo.size.width + 16
  }

  /// Boxes of numbers, four in a row, or five where the last would be alone in its row.
  mutating func keyFigures(_ figures: [KeyFigure]) {
    let columns = figures.count % 4 == 1 ? 5 : 4
    let width = area.width / Double(columns)
    let height = 47.0
    for start in stride(from: 0, to: figures.count, by: columns) {
      need(height)
      page.rule(from: Point(area.x, y), to: Point(area.maxX, y), PDFStyle.theme.grid)
      for (index, figure) in figures[start...].prefix(columns).enumerated() {
        keyFigure(figure, x: area.x + Double(index) * width, width: width - 8)
      }
      y += height
    }
    page.rule(from: Point(area.x, y), to: Point(area.maxX, y), PDFStyle.theme.grid)
    y += 10
  }

  private mutating func keyFigure(_ figure: KeyFigure, x: Double, width: Double) {
    let fit = TextFit.ellipsized(width: width)
    let value = Self.fitting(PDFStyle.key, figure.value.text, width: width)
    let detail = Self.fitting(PDFStyle.note, figure.detail?.text ?? "", width: width)
    page.begin(.paragraph)
    page.text(figure.label.text + " ", at: Point(x, y + 12), PDFStyle.note, fit: fit)
    page.text(figure.value.text + " ", at: Point(x, y + 28), value, fit: fit)
    page.text(figure.detail?.text ?? "", at: Point(x, y + 40), detail, fit: fit)
    page.end(.paragraph)
    guard let section = figure.section else { return }
    let rect = Rect(x: x, y: y, width: width, height: 44)
    page.draw { canvas, place in
      if place.sections[section] != nil { canvas.link(rect, to: .destination(section)) }
    }
  }

  /// The style, smaller where a number would be cut.
  private static func fitting(_ style: TextStyle, _ text: String, width: Double) -> TextStyle {
    var style = style
    while style.size > 6, style.width(of: text) > width { style.size -= 0.5 }
    return style
  }
}
