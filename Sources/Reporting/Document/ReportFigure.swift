package import Charts
package import Findings
package import TrafficAnalysis
package import Wording

/// A chart in its place in the report.
package struct ReportFigure: Sendable {
  /// How many of a chart's shapes say their values on a page.
  private static let hotspotLimit = 240
  /// How many rows of its numbers a page shows.
  private static let rowLimit = 60

  package let figure: ChartFigure
  /// From 1, in the order of the report.
  package var number = 0
  /// The CSV file that holds the numbers, if one does.
  package var csv: String?
  /// Of its words.
  package var language = Language.english

  package init(_ chart: any ChartContent) { figure = ChartFigure(chart) }

  /// Names its files and its place in the page.
  package var name: String { figure.chart.id }
  package var title: String { SafeText.visible(language.text(figure.chart.title)) }
  package var subtitle: String { SafeText.visible(language.text(figure.chart.subtitle)) }
  package var alternativeText: String {
    SafeText.visible(language.text(figure.chart.alternativeText), limit: 1_000)
  }

  package func path(dark: Bool) -> String { "charts/\(name)\(dark ? "-dark" : "").png" }

  /// Evenly chosen where there are too many.
  var hotspots: [Hotspot] {
    let all = figure.hotspots(in: Rect(figure.size), theme: Theme.light.speaking(language))
    let step = max(1, (all.count + Self.hotspotLimit - 1) / Self.hotspotLimit)
    return stride(from: 0, to: all.count, by: step).map { all[$0] }
  }

  /// The numbers of the chart, as far as one reads them on a page.
  var numbers: ReportTable? {
    let source = figure.chart.table
    guard !source.rows.isEmpty else { return nil }
    var table = ReportTable(
      id: "numbers-\(name)", caption: Phrase(verbatim: title),
      columns: source.headers.enumerated().map { index, head in
        index < source.firstNumericColumn ? .text(head) : .number(head)
      }, csv: csv)
    table.rows = source.rows.prefix(Self.rowLimit).map { row in
      source.headers.indices.map { ReportTable.Cell($0 < row.count ? row[$0] : "" as Phrase) }
    }
    let left = source.rows.count - table.rows.count
    if left > 0 {
      table.others =
        [.init("\(Words.count(left)) more" as Phrase)]
        + source.headers.dropFirst().map { _ in "" as ReportTable.Cell }
    }
    return table.said(in: language)
  }

  /// Every chart that is wanted.
  package static func all(
    for snapshot: Snapshot, verdict: Verdict, options: ReportOptions
  ) -> [ReportFigure] {
    let marks = FindingMarks.marks(verdict.judgement, snapshot)
    let charts = ChartCatalog.charts(
      for: snapshot, options: ChartOptions(clock: options.clock, top: options.top, marks: marks))
    return charts.filter { !options.hiddenCharts.contains($0.id) }.map(ReportFigure.init)
  }
}
