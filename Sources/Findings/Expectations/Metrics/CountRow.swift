import TrafficAnalysis

/// A line of a table from which metrics are made: a name, what it means, and the number.
struct CountRow: Sendable {
  let name: String
  let meaning: String
  let sighting: SightingKind?
  let reliance: Reliance
  let value: @Sendable (Snapshot) -> UInt64

  init(
    _ name: String, _ meaning: String, sighting: SightingKind? = nil, _ reliance: Reliance = .count,
    _ value: @escaping @Sendable (Snapshot) -> UInt64
  ) {
    self.name = name
    self.meaning = meaning
    self.sighting = sighting
    self.reliance = reliance
    self.value = value
  }
}
