package import TrafficAnalysis

/// All charts, in the order of a report.
package enum ChartCatalog {
  /// A new chart is named here and nowhere else.
  package static let all: [any Chart.Type] = [
    PacketRateChart.self,
    ProtocolRateChart.self,
    ProtocolChart.self,
    SourcesChart.self,
    HostTrafficChart.self,
    CountriesChart.self,
    ConversationsChart.self,
    HostMatrixChart.self,
    ServiceOutcomesChart.self,
    ConnectionOutcomesChart.self,
    RetransmissionsChart.self,
    HandshakeTimesChart.self,
    DNSResponseCodesChart.self,
    DNSLatencyChart.self,
    HTTPStatusesChart.self,
    TLSVersionsChart.self,
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

  /// One chart by its name, or why there is nothing to draw; nil without a chart of this name.
  package static func chart(
    _ id: String, for snapshot: Snapshot, options: ChartOptions = ChartOptions()
  ) -> (any ChartContent)? {
    guard let chart = all.first(where: { $0.id == id }) else { return nil }
    return chart.init(snapshot, options: options) ?? EmptyChart(chart, snapshot)
  }
}
