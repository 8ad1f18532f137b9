import TrafficAnalysis

/// What expectations are held against.
struct Grounds: Sendable {
  let snapshot: Snapshot
  let judgement: Judgement
  let shortfalls: Set<Shortfall>

  init(_ snapshot: Snapshot, _ judgement: Judgement) {
    self.snapshot = snapshot
    self.judgement = judgement
    shortfalls = Shortfall.all(of: snapshot, judgement)
  }
}

extension Grounds {
  /// Numbers of the first packets that show something.
  func packets(_ kind: SightingKind) -> [UInt64] {
    snapshot.observations.sightings[kind].prefix(Finding.packetLimit).map(\.number)
  }
}
