/// A chart with its heading, ready to be drawn.
package struct ChartFigure: Sendable {
  package let chart: any ChartContent
  /// Left out where the page around says the same in text.
  package var showsHeading: Bool

  package init(_ chart: any ChartContent, showsHeading: Bool = true) {
    self.chart = chart
    self.showsHeading = showsHeading
  }

  /// The size that suits the figure on a screen.
  package var size: Size {
    Size(chart.size.width, chart.size.height + headingHeight(.screen) + 2 * Self.margin(.screen))
  }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    canvas.save()
    canvas.clip(to: area)
    if showsHeading { drawHeading(on: &canvas, in: inner(area, theme), theme: theme) }
    chart.draw(on: &canvas, in: plot(area, theme), theme: theme)
    canvas.restore()
  }

  package func hotspots(in area: Rect, theme: Theme = .light) -> [Hotspot] {
    chart.hotspots(in: plot(area, theme), theme: theme)
  }

  /// The figure as a PNG file, `scale` pixels for a point.
  package func png(
    theme: Theme, size: Size? = nil, scale: Double = 2
  ) throws(CairoError) -> [UInt8] {
    let size = size ?? self.size
    var canvas = CairoCanvas(image: size, scale: scale, background: theme.background)
    draw(on: &canvas, in: Rect(size), theme: theme)
    return try canvas.png()
  }

  /// The figure as an SVG file.
  package func svg(theme: Theme, size: Size? = nil) throws(CairoError) -> [UInt8] {
    let size = size ?? self.size
    var canvas = CairoCanvas(svg: size)
    canvas.fill(Rect(size), theme.background)
    draw(on: &canvas, in: Rect(size), theme: theme)
    return try canvas.finish()
  }

  /// The figure as a PDF of one page.
  package func pdf(theme: Theme, size: Size? = nil, date: String) throws(CairoError) -> [UInt8] {
    let size = size ?? self.size
    var canvas = CairoCanvas(pdf: size)
    canvas.setMetadata(
      PDFMetadata(
        title: theme.say(chart.title), subject: theme.say(chart.subtitle), date: date))
    canvas.fill(Rect(size), theme.background)
    draw(on: &canvas, in: Rect(size), theme: theme)
    canvas.showPage()
    return try canvas.finish()
  }

  private func drawHeading(
    on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme
  ) {
    let fit = TextFit.ellipsized(width: area.width)
    let title = Point(area.x, area.y + theme.type.title)
    let subtitle = Point(area.x, title.y + theme.type.note * 1.55)
    canvas.text(theme.say(chart.title), at: title, theme.titleStyle, fit: fit)
    canvas.text(theme.say(chart.subtitle), at: subtitle, theme.noteStyle, fit: fit)
  }

  private func inner(_ area: Rect, _ theme: Theme) -> Rect {
    let margin = theme.type.title == TypeScale.paper.title ? 0 : Self.margin(theme.type)
    return area.inset(top: margin, left: margin, bottom: margin, right: margin)
  }

  private func plot(_ area: Rect, _ theme: Theme) -> Rect {
    inner(area, theme).inset(top: headingHeight(theme.type))
  }

  private func headingHeight(_ type: TypeScale) -> Double {
    showsHeading ? (type.title + type.note * 3).rounded() : 0
  }

  private static func margin(_ type: TypeScale) -> Double { type.note }
}
