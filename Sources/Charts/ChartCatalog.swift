package import TrafficAnalysis

/// All charts, in the order of a report.
package enum ChartCatalog {
  /// A new chart is named here and nowhere else.
  package static let all: [any Chart.Type] = [
    PacketRateChart.self,
    ProtocolRateChart.self,
    ProtocolChart.self,
    SourcesChart.self,
    CountriesChart.self,
    ConversationsChart.self,
    PacketSizesChart.self,
  ]

  package static var ids: [String] { all.map { $0.id } }

  /// Every chart of a snapshot; one that has nothing to show says so, or is left out.
  package static func charts(
    for snapshot: Snapshot, options: ChartOptions = ChartOptions()
  ) -> [any ChartContent] {
    all.compactMap { chart -> (any ChartContent)? in
      if let content = chart.init(snapshot, options: options) { return content }
      return chart.isShownEmpty ? EmptyChart(chart, snapshot) : nil
    }
  }
}
