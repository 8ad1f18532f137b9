package import TrafficAnalysis

extension JSONWriter {
  /// An object with a count for every name.
  package mutating func counts(_ name: String, _ tallies: [Tally]) {
    key(name)
    object { json in for tally in tallies { json.field(tally.name, tally.count) } }
  }

  /// Milliseconds at the usual places of a distribution; null where nothing was measured.
  package mutating func milliseconds(_ name: String, _ quantiles: Quantiles) {
    key(name)
    compact { line in
      line.object { line in
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
}
