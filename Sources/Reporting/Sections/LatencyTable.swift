import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// The distribution of a duration in one row, or of several in a table.
enum LatencyTable {
  /// Only what was measured.
  static func block(
    _ rows: [(name: Phrase, quantiles: Quantiles)], head: Phrase, id: String, caption: Phrase
  ) -> [ReportBlock] {
    let measured = rows.filter { $0.quantiles.count > 0 }
    guard !measured.isEmpty else { return [] }
    var table = ReportTable(id: id, caption: caption, columns: [.text(head)] + columns)
    table.rows = measured.map { [ReportTable.Cell($0.name)] + cells($0.quantiles) }
    return [.table(table)]
  }

  /// Nothing where nothing was measured.
  static func block(_ quantiles: Quantiles, id: String, caption: Phrase) -> [ReportBlock] {
    guard quantiles.count > 0 else { return [] }
    var table = ReportTable(id: id, caption: caption, columns: columns)
    table.rows = [cells(quantiles)]
    return [.table(table)]
  }

  private static let columns: [ReportTable.Column] = [
    .number("Measured"), .number("Least"), .number("Half are below"),
    .number("95 % are below"), .number("99 % are below"), .number("Most"),
  ]

  private static func cells(_ quantiles: Quantiles) -> [ReportTable.Cell] {
    let places = [
      quantiles.minimum, quantiles.p50, quantiles.p95, quantiles.p99, quantiles.maximum,
    ]
    return [.count(quantiles.count)]
      + places.map { ReportTable.Cell($0.map { Words.duration($0) } ?? "–") }
  }
}
