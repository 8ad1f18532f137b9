import TrafficAnalysis

/// The distribution of a duration in one row.
enum LatencyTable {
  /// Nothing where nothing was measured.
  static func block(_ quantiles: Quantiles, id: String, caption: String) -> [ReportBlock] {
    guard quantiles.count > 0 else { return [] }
    var table = ReportTable(
      id: id, caption: caption,
      columns: [
        .number("Measured"), .number("Least"), .number("Half are below"),
        .number("95 % are below"), .number("99 % are below"), .number("Most"),
      ])
    let places = [
      quantiles.minimum, quantiles.p50, quantiles.p95, quantiles.p99, quantiles.maximum,
    ]
    table.rows = [
      [.count(quantiles.count)]
        + places.map { ReportTable.Cell($0.map { Words.duration($0) } ?? "–") }
    ]
    return [.table(table)]
  }
}
