package import TrafficAnalysis

/// One side of a comparison.
package struct ComparedCapture: Sendable {
  package let snapshot: Snapshot
  package let judgement: Judgement

  init(_ snapshot: Snapshot, settings: FindingSettings) {
    self.snapshot = snapshot
    judgement = Judgement(snapshot, settings: settings)
  }

  package var seconds: Double { snapshot.capture.durationSeconds }

  /// Why the capture may not show what happened on the wire.
  package var qualityFindings: [Finding] { judgement.findings.filter { $0.group == .quality } }

  var doubts: Set<CaptureDoubt> {
    qualityFindings.reduce(into: []) { $0.formUnion($1.doubts) }
  }

  /// Tables that do not hold all that was seen, so that what is missing in them may have been there.
  package var cutTables: [String] {
    let tables = [
      ("hosts", snapshot.hosts.total > snapshot.hosts.rows.count),
      ("services", snapshot.services.total > snapshot.services.rows.count),
      ("DNS names", snapshot.dns.allNames.total > snapshot.dns.allNames.rows.count),
      ("TLS server names", snapshot.tls.serverNames.total > snapshot.tls.serverNames.rows.count),
      ("HTTP hosts", snapshot.http.hosts.total > snapshot.http.hosts.rows.count),
    ]
    let cut = tables.filter(\.1).map(\.0)
    return cut + snapshot.limits.map(\.table).filter { !cut.contains($0) }
  }
}
