package import TrafficAnalysis

/// All charts, in the order of a report.
package enum ChartCatalog {
  /// A new chart is named here and nowhere else.
  package static let all: [any Chart.Type] = [
    PacketRateChart.self,
    ProtocolRateChart.self,
    ProtocolChart.self,
    SourcesChart.self,
    ConversationsChart.self,
    PacketSizesChart.self,
  ]

  package static var ids: [String] { all.map { $0.id } }

  /// Those charts that a snapshot has something for.
  package static func charts(
    for snapshot: Snapshot, options: ChartOptions = ChartOptions()
  ) -> [any Chart] {
    all.compactMap { $0.init(snapshot, options: options) }
  }
}
