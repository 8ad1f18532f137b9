package import TrafficAnalysis

extension JSONWriter {
  /// An object with a count for every name.
  package mutating func counts(_ name: String, _ tallies: [Tally]) {
    object(name) { json in for tally in tallies { json.field(tally.name, tally.count) } }
  }

  /// The rows of a table, and under another key how many it has in all.
  package mutating func rows<Row>(
    _ name: String, _ table: Ranked<Row>, _ body: (inout JSONWriter, Row) -> Void
  ) {
    rows(name, table.rows, body)
    field(name + "_total", table.total)
  }

  /// Milliseconds at the usual places of a distribution; null where nothing was measured.
  package mutating func milliseconds(_ name: String, _ quantiles: Quantiles) {
    line(name) { line in
      line.field("count", quantiles.count)
      let places = [
        ("min", quantiles.minimum), ("p50", quantiles.p50), ("p95", quantiles.p95),
        ("p99", quantiles.p99), ("max", quantiles.maximum),
      ]
      for (place, value) in places {
        line.field(place, decimal: value.map(ExactTime.milliseconds))
      }
    }
  }
}
