import TrafficAnalysis
internal import Wording

extension Metric {
  /// A plain number of the snapshot, which is 0 where nothing was seen.
  static func count(
    _ name: String, _ noun: String, _ meaning: String, _ reliance: Reliance = .count,
    _ value: @escaping @Sendable (Snapshot) -> UInt64
  ) -> Metric {
    Metric(name, .count, of: noun, meaning, reliance) { grounds, _ in
      MetricValue(value(grounds.snapshot))
    }
  }

  static func bytes(
    _ name: String, _ meaning: String, _ reliance: Reliance = .count,
    _ value: @escaping @Sendable (Snapshot) -> UInt64
  ) -> Metric {
    Metric(name, .bytes, meaning, reliance) { grounds, _ in MetricValue(value(grounds.snapshot))
    }
  }

  /// Of every row its number and its share of `whole`.
  static func parts(of whole: Whole, _ rows: [CountRow]) -> [Metric] {
    rows.flatMap { row in
      [
        Metric(
          row.name, .count, of: whole.noun, row.meaning, row.reliance, sighting: row.sighting
        ) { grounds, _ in whole.part(row.value(grounds.snapshot), grounds.snapshot) },
        Metric(
          row.name + ".share", .percent, "\(row.meaning), of all \(whole.noun)", .share,
          sighting: row.sighting
        ) { grounds, _ in whole.share(row.value(grounds.snapshot), grounds.snapshot) },
      ]
    }
  }

  /// The same for values of one kind, named by a parameter.
  static func parts(
    of whole: Whole, _ name: String, _ meaning: String, parameters: [String],
    _ value: @escaping @Sendable (Snapshot, String) -> UInt64
  ) -> [Metric] {
    [
      Metric(name, .count, of: whole.noun, meaning, .count, parameters: parameters) {
        grounds, parameter in
        whole.part(value(grounds.snapshot, parameter), grounds.snapshot)
      },
      Metric(
        name + ".share", .percent, "\(meaning), of all \(whole.noun)", .share,
        parameters: parameters
      ) { grounds, parameter in
        whole.share(value(grounds.snapshot, parameter), grounds.snapshot)
      },
    ]
  }

  /// Least, median, percentiles, most and number of durations.
  static func durations(
    _ name: String, _ meaning: String, of nouns: String,
    _ quantiles: @escaping @Sendable (Snapshot) -> Quantiles
  ) -> [Metric] {
    let figures: [(name: String, words: String, value: @Sendable (Quantiles) -> Int64?)] = [
      ("min", "the least", { $0.minimum }), ("p50", "the median", { $0.p50 }),
      ("p95", "the 95th percentile", { $0.p95 }), ("p99", "the 99th percentile", { $0.p99 }),
      ("max", "the most", { $0.maximum }),
    ]
    return figures.map { figure in
      Metric("\(name).\(figure.name)", .duration, "\(meaning), \(figure.words)", .time) {
        grounds, _ in
        figure.value(quantiles(grounds.snapshot)).map { .measured(Double($0)) }
          ?? .absent("the capture has no \(Phrase(message: nouns)) to measure")
      }
    } + [
      count("\(name).samples", nouns, "how many \(nouns) were measured") {
        quantiles($0).count
      }
    ]
  }
}

extension [Tally] {
  /// How often a name was seen.
  func count(of name: String) -> UInt64 { first { $0.name == name }?.count ?? 0 }
}
