package import Findings
package import TrafficAnalysis
internal import Wording

/// `report.json`, schema `packetpress/report/1`; every key is described in
/// Documentation/report.schema.json.
package struct JSONReport {
  let snapshot: Snapshot
  let verdict: Verdict
  let options: ReportOptions
  let skipped: [ReportDocument.Skipped]

  package init(
    _ snapshot: Snapshot, verdict: Verdict = Verdict(), options: ReportOptions,
    skipped: [ReportDocument.Skipped]
  ) {
    self.snapshot = snapshot
    self.verdict = verdict
    self.options = options
    self.skipped = skipped
  }

  package var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "packetpress/report/1")
      json.field("generator", "packetpress \(options.version)")
      json.field("title", options.title)
      writeLive(&json)
      writeCapture(&json)
      writeTraffic(&json)
      writeEndpoints(&json)
      writeTCP(&json)
      writeApplications(&json)
      writeLink(&json)
      writeClosing(&json)
    }
    json.newline()
    return json.bytes
  }

  /// Only while the capture goes on.
  private func writeLive(_ json: inout JSONWriter) {
    guard let live = options.live else { return }
    json.key("live")
    json.object { live.writeFields(to: &$0) }
  }

  private func writeClosing(_ json: inout JSONWriter) {
    writeFindings(&json)
    writeExpectations(&json)
    json.rows("recent_packets", snapshot.recentPackets) { $0.fields(of: $1) }
    json.rows("limits", snapshot.limits) { row, limit in
      row.field("table", limit.table)
      row.field("limit", limit.limit)
      row.field("beyond", limit.beyond)
    }
    json.rows("skipped", skipped) { row, section in
      row.field("section", section.section)
      row.field("reason", section.reason.text)
    }
  }
}
