import Charts
internal import Wording

extension PDFFlow {
  /// A paragraph, over pages if need be: two lines at least on either.
  mutating func paragraph(
    _ text: InlineText, _ style: TextStyle = PDFStyle.body, inset: Double = 0,
    tag: StructureTag = .paragraph
  ) {
    let paragraph = PDFParagraph(text, style: style, width: area.width - inset)
    let isShort = paragraph.lines.count <= 6
    need(isShort ? paragraph.height : paragraph.leading * 2)
    var rest = paragraph.lines[...]
    while !rest.isEmpty {
      let count = lineCount(rest.count, paragraph.leading)
      page.begin(tag)
      paragraph.draw(rest.prefix(count), on: &page, at: Point(area.x + inset, y))
      page.end(tag)
      paragraph.drawLinks(of: rest.prefix(count), on: &page, at: Point(area.x + inset, y))
      y += Double(count) * paragraph.leading
      rest = rest.dropFirst(count)
      if !rest.isEmpty { turnPage() }
    }
  }

  /// How many of so many lines go on this page.
  private func lineCount(_ count: Int, _ leading: Double) -> Int {
    let fitting = Int((room + 0.01) / leading)
    guard fitting < count else { return count }
    return max(1, min(fitting, count - 2))
  }

  mutating func warning(_ text: InlineText) {
    let words = InlineText(theme.say("Remark.") + " ", style: .strong) + text
    strip(words, color: PDFStyle.warning, paper: PDFStyle.warningPaper)
  }

  /// A paragraph that stands out, by more than its colour.
  mutating func strip(_ text: InlineText, color: Color, paper: Color) {
    let paragraph = PDFParagraph(text, style: PDFStyle.body, width: area.width - 20)
    need(paragraph.height + 12)
    let rect = Rect(x: area.x, y: y, width: area.width, height: paragraph.height + 7)
    page.begin(.paragraph)
    page.fill(rect, paper)
    page.fill(Rect(x: area.x, y: y, width: 2.5, height: rect.height), color)
    paragraph.draw(on: &page, at: Point(area.x + 10, y + 3.5))
    page.end(.paragraph)
    paragraph.drawLinks(of: paragraph.lines[...], on: &page, at: Point(area.x + 10, y + 3.5))
    y += paragraph.height + 12
  }

  /// Items behind dots, or behind numbers where their order matters.
  mutating func list(_ items: [InlineText], isNumbered: Bool = false) {
    let inset = isNumbered ? 18.0 : 12.0
    let baseline = 0.74 * PDFStyle.leading(PDFStyle.body)
    for (index, item) in items.enumerated() {
      need(PDFStyle.leading(PDFStyle.body) * 2)
      page.text(
        isNumbered ? "\(index + 1)." : "•", at: Point(area.x + 2, y + baseline), PDFStyle.body)
      paragraph(item, inset: inset, tag: .listItem)
      y += 2
    }
    y += 6
  }

  /// Lines in the monospaced face on a faint ground.
  mutating func code(_ lines: [String]) {
    let style = PDFStyle.mono(PDFStyle.body)
    let leading = PDFStyle.leading(style)
    for line in lines.flatMap({ style.lines(of: $0.isEmpty ? " " : $0, width: area.width - 16) }) {
      need(leading)
      page.begin(.code)
      page.fill(Rect(x: area.x, y: y, width: area.width, height: leading), PDFStyle.codePaper)
      page.text(line, at: Point(area.x + 8, y + 0.74 * leading), style)
      page.end(.code)
      y += leading
    }
    y += 8
  }
}
