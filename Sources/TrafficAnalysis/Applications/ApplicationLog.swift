import PacketDecoding

/// Counts what parsers of the catalog noted.
struct ApplicationLog: Sendable {
  /// A value of a field that several applications may have.
  private struct Key: FastHashable {
    var application: ProtocolID
    var value: ApplicationNotes.Value

    func hashed(by hash: FastHash) -> UInt64 {
      hash(
        value.text.hashed(by: hash),
        value.field.name.hashed(by: hash) ^ UInt64(application.rawValue))
    }
  }

  private var values: BoundedTally<Key>

  init(limit: Int) { values = BoundedTally(limit: limit) }

  var limit: Int { values.limit }
  var beyond: UInt64 { values.beyond }

  mutating func add(_ notes: ApplicationNotes, of application: ProtocolID) {
    for tally in notes.values {
      let text = bounded(tally.value.text)
      let value = ApplicationNotes.Value(field: tally.value.field, text: text)
      values.add(Key(application: application, value: value), tally.times)
    }
  }

  mutating func merge(_ other: ApplicationLog) { values.merge(other.values) }

  /// The values of every field of an application, most frequent first.
  func byField(maxRows: Int) -> [ProtocolID: [String: Ranked<Tally>]] {
    var tallies: [ProtocolID: [String: [Tally]]] = [:]
    for (key, count) in values.counts {
      tallies[key.application, default: [:]][key.value.field.name, default: []].append(
        Tally(name: key.value.text, count: count))
    }
    return tallies.mapValues { fields in
      fields.mapValues { list in
        ranked(list, maxRows: maxRows) { ($1.count, $0.name) < ($0.count, $1.name) }
      }
    }
  }
}
