import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Stands for a chart that has nothing to show, and says why.
struct EmptyChart: ChartContent {
  let id: String
  let title: Phrase
  let subtitle: Phrase

  init(_ chart: any Chart.Type, _ snapshot: Snapshot) {
    id = chart.id
    subtitle = chart.subject
    let capture = snapshot.capture
    let isFiltered = capture.accounting.filteredOut > 0
    title =
      capture.packets > 0
      ? chart.absence : isFiltered ? "No packet passes the filter" : "No packets in the capture"
  }

  var size: Size { Size(1120, 80) }
  var table: ChartTable { ChartTable(headers: [], rows: [[Phrase]]()) }

  func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    EmptyNote(sentence: "There is nothing to draw.").draw(on: &canvas, in: area, theme: theme)
  }

  func hotspots(in area: Rect, theme: Theme) -> [Hotspot] { [Hotspot(area, title: title)] }
}
