package import TrafficAnalysis

/// A judgement without the findings that are suppressed.
package struct SuppressedJudgement: Sendable {
  package let judgement: Judgement
  /// Suppressions in the order of the file, with how many findings each took away.
  package let used: [(suppression: Suppression, findings: Int)]
  /// Those that took nothing away, and may go.
  package let unused: [Suppression]
  /// Those that are over, and take nothing away any more.
  package let expired: [Suppression]

  package init(
    _ snapshot: Snapshot, settings: FindingSettings = FindingSettings(),
    suppressions: [Suppression], today: CalendarDate
  ) {
    let valid = suppressions.filter { !$0.isExpired(on: today) }
    var counts = [Int](repeating: 0, count: valid.count)
    judgement = Judgement(snapshot, settings: settings) { finding in
      let matching = valid.indices.filter { valid[$0].matches(finding) }
      for place in matching { counts[place] += 1 }
      return matching.isEmpty
    }
    used = zip(valid, counts).filter { $0.1 > 0 }.map { ($0, $1) }
    unused = zip(valid, counts).filter { $0.1 == 0 }.map(\.0)
    expired = suppressions.filter { $0.isExpired(on: today) }
  }
}
