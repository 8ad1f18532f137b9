/// A chart that is a list of bars and nothing else.
package protocol BarChart: Chart {
  var bars: BarList { get }
}

extension BarChart {
  package var size: Size { Size(1120, bars.height) }

  package func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    bars.draw(on: &canvas, in: area, theme: theme)
  }

  package func hotspots(in area: Rect, theme: Theme) -> [Hotspot] {
    bars.hotspots(in: area, theme: theme)
  }
}
