import PacketDecoding

/// Counts what parsers of the catalog noted.
struct ApplicationLog: Sendable {
  private(set) var values: BoundedTally<ApplicationNotes.Value>

  init(limit: Int) { values = BoundedTally(limit: limit) }

  mutating func add(_ notes: ApplicationNotes) {
    for tally in notes.values {
      let text = bounded(tally.value.text)
      values.add(ApplicationNotes.Value(field: tally.value.field, text: text), tally.times)
    }
  }

  mutating func merge(_ other: ApplicationLog) { values.merge(other.values) }

  /// The values of every field, most frequent first.
  func byField(maxRows: Int) -> [String: Ranked<Tally>] {
    var tallies: [String: [Tally]] = [:]
    for (value, count) in values.counts {
      tallies[value.field.name, default: []].append(Tally(name: value.text, count: count))
    }
    return tallies.mapValues { list in
      ranked(list, maxRows: maxRows) { ($1.count, $0.name) < ($0.count, $1.name) }
    }
  }
}
