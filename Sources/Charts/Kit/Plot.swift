/// The place of a diagram with a linear upward axis, and its grid.
struct Plot {
  /// Where the data goes.
  let area: Rect
  let scale: NiceScale
  private let labels: [String]

  /// `label` writes the number at a line of the grid; `below` is kept free for the other axis.
  init(
    in area: Rect, scale: NiceScale, below: Double, right: Double = 0, theme: Theme,
    label: (Double) -> String
  ) {
    labels = scale.ticks.map(label)
    let widest = labels.map(theme.noteStyle.width).max() ?? 0
    let half = theme.type.note * 0.6
    self.scale = scale
    self.area = area.inset(top: half, left: widest + 8, bottom: below, right: right)
  }

  func y(_ value: Double) -> Double {
    area.maxY - min(max(value / scale.top, 0), 1) * area.height
  }

  func drawGrid(on canvas: inout some Canvas & ~Copyable, theme: Theme) {
    for (tick, label) in zip(scale.ticks, labels) {
      let y = y(tick)
      let color = tick == 0 ? theme.secondaryInk : theme.grid
      canvas.line(from: Point(area.minX, y), to: Point(area.maxX, y), color, LineStyle(0.75))
      let place = Point(area.minX - 8, y)
      canvas.text(label, at: place, theme.noteStyle.aligned(.end, .middle))
    }
  }
}
