package import TrafficAnalysis

/// What a rule judges, and by which bounds.
package struct FindingContext: Sendable {
  package let snapshot: Snapshot
  private let settings: FindingSettings

  package init(_ snapshot: Snapshot, settings: FindingSettings = FindingSettings()) {
    self.snapshot = snapshot
    self.settings = settings
  }

  package var observations: Observations { snapshot.observations }

  /// The value of a bound, in its unit.
  package subscript(threshold: Threshold) -> Double { settings[threshold] }

  /// The highest severity whose bound is reached, with the bound; nil if none is.
  package func severity(
    of measured: Double, note: Threshold? = nil, warning: Threshold? = nil,
    error: Threshold? = nil
  ) -> (severity: Severity, bound: Double)? {
    for (severity, threshold) in [(Severity.error, error), (.warning, warning), (.note, note)] {
      if let threshold, measured >= self[threshold] { return (severity, self[threshold]) }
    }
    return nil
  }

  /// Numbers of the first packets of a kind that `belongs` says are wanted.
  package func packets(
    _ kind: SightingKind, where belongs: (Sighting) -> Bool = { _ in true }
  ) -> [UInt64] {
    observations.sightings[kind].lazy.filter(belongs).prefix(Finding.packetLimit).map(\.number)
  }
}

/// "12.5"; detail of a sentence, the same in every locale.
package func oneDecimal(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  let tenths = Int64((value * 10).rounded())
  return "\(tenths / 10).\(abs(tenths % 10))"
}

/// `part` of `whole` in percent; 0 of nothing is 0.
package func percent(_ part: UInt64, of whole: UInt64) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole) * 100
}
