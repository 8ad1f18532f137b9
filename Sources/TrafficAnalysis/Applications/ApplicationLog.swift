import PacketDecoding

/// Counts what parsers of the catalog noted.
struct ApplicationLog: Sendable {
  /// A value of a field; several protocols may have fields of the same name.
  struct Key: Hashable, Sendable {
    var application: ProtocolID
    var field: String
    var text: String
  }

  private(set) var values: BoundedTally<Key>

  init(limit: Int) { values = BoundedTally(limit: limit) }

  mutating func add(_ notes: ApplicationNotes, of application: ProtocolID) {
    for value in notes.values {
      values.add(
        Key(application: application, field: value.field.name, text: bounded(value.text)))
    }
  }

  mutating func merge(_ other: ApplicationLog) { values.merge(other.values) }

  /// The values of every field, under a key without a value, most frequent first.
  func byField(maxRows: Int) -> [Key: Ranked<Tally>] {
    var tallies: [Key: [Tally]] = [:]
    for (value, count) in values.counts {
      let field = Key(application: value.application, field: value.field, text: "")
      tallies[field, default: []].append(Tally(name: value.text, count: count))
    }
    return tallies.mapValues { list in
      ranked(list, maxRows: maxRows) { ($1.count, $0.name) < ($0.count, $1.name) }
    }
  }
}
