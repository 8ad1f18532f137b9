package import TrafficAnalysis

/// What is different between two captures, without what is noise.
///
/// A pure function of two snapshots, whose tables should hold all that was seen.
package struct Comparison: Sendable {
  package let base: ComparedCapture
  package let new: ComparedCapture
  package let settings: ComparisonSettings
  package let volumeBasis: VolumeBasis
  /// In the order of categories, the most relevant of each first.
  package let changes: [Change]
  /// In the order of reasons.
  package let omissions: [Omission]

  package init(
    base: Snapshot, new: Snapshot, settings: ComparisonSettings = ComparisonSettings()
  ) {
    self.base = ComparedCapture(base, settings: settings.findings)
    self.new = ComparedCapture(new, settings: settings.findings)
    self.settings = settings
    var list = ChangeList(base: self.base, new: self.new, settings: settings)
    volumeBasis = list.volumeBasis
    list.compareFindings()
    list.compareHosts()
    list.compareNames()
    list.compareServices()
    list.compareProtocols()
    list.compareTLS()
    list.compareUserAgents()
    list.compareMACs()
    list.compareVolumes()
    list.compareLatencies()
    list.compareLosses()
    changes = list.sorted
    omissions = list.omissions
  }

  package func changes(in category: ChangeCategory) -> [Change] {
    changes.filter { $0.category == category }
  }

  package func count(_ kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }

  package var isSame: Bool { changes.isEmpty }
}
