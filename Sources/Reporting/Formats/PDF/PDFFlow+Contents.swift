import Charts
internal import Wording

extension PDFFlow {
  /// Sections with their pages, in two columns, each line a link.
  mutating func contents(_ sections: [ReportDocument.Section]) {
    let leading = 14.0
    // The last line is for what is not printed, which is not known yet.
    let rows = (sections.count + 2) / 2
    space(10)
    need(Double(rows) * leading + 30)
    page.text(theme.say("Contents"), at: Point(area.x, y + 10), PDFStyle.strong)
    y += 18
    let width = (area.width - 28) / 2
    page.begin(.tableOfContents)
    for index in 0...sections.count {
      let section = index < sections.count ? sections[index] : nil
      let rect = Rect(
        x: area.x + Double(index / rows) * (width + 28), y: y + Double(index % rows) * leading,
        width: width, height: leading)
      contentsLine(
        section == nil ? nil : index + 1, section?.id ?? Self.omittedID,
        section?.title.text ?? theme.say(Self.omittedTitle), rect)
    }
    page.end(.tableOfContents)
    y += Double(rows) * leading + 6
  }

  private mutating func contentsLine(_ number: Int?, _ id: String, _ title: String, _ rect: Rect) {
    let baseline = rect.y + 10
    let titleWidth = min(PDFStyle.body.width(of: title), rect.width - 46)
    page.draw { canvas, place in
      // A section that is cut off has no page; what is cut off has none if nothing is.
      let page = place.sections[id]
      guard page != nil || number != nil else { return }
      let style = page == nil ? PDFStyle.body.colored(PDFStyle.note.color) : PDFStyle.body
      canvas.begin(.tableOfContentsItem)
      canvas.text(
        number.map { "\($0) " } ?? "", at: Point(rect.x, baseline),
        PDFStyle.body.colored(PDFStyle.note.color))
      canvas.text(
        title + " ", at: Point(rect.x + 20, baseline), style,
        fit: .ellipsized(width: titleWidth + 4))
      canvas.text(
        page.map { "\($0)" } ?? "–", at: Point(rect.maxX, baseline), style.aligned(.end))
      canvas.end(.tableOfContentsItem)
      if page != nil { canvas.link(rect, to: .destination(id)) }
      canvas.line(
        from: Point(rect.x + 24 + titleWidth, baseline), to: Point(rect.maxX - 18, baseline),
        PDFStyle.note.color, LineStyle(0.5, dash: [0.5, 2.5]))
    }
  }
}
