import CaptureFormats
import Findings
import TrafficAnalysis
internal import Wording

/// `comparison.json`, schema `packetpress/comparison/1`: raw values and exact text.
struct ComparisonJSON {
  let comparison: Comparison
  let options: ReportOptions

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", "packetpress/comparison/1")
      json.field("generator", "packetpress \(options.version)")
      json.field("title", options.title)
      json.object("base") { write(comparison.base, to: &$0) }
      json.object("new") { write(comparison.new, to: &$0) }
      json.field("same", comparison.isSame)
      json.line("counts") { counts in
        for kind in Change.Kind.allCases { counts.field(kind.rawValue, comparison.count(kind)) }
      }
      json.field("volume_basis", comparison.volumeBasis.rawValue)
      json.rows("changes", comparison.changes, Self.write)
      json.rows("left_out", comparison.omissions) { row, omission in
        row.field("reason", omission.reason.rawValue)
        row.field("count", omission.count)
      }
      json.line("bounds", writeBounds)
    }
    json.newline()
    return json.bytes
  }

  private func write(_ side: ComparedCapture, to json: inout JSONWriter) {
    let capture = side.snapshot.capture
    json.list("files", capture.files.map(\.name))
    json.field("filter", capture.filter)
    json.field("packets", capture.packets)
    json.field("bytes", capture.bytes)
    json.field("first_packet", capture.firstPacket.map(ExactTime.rfc3339))
    json.field("last_packet", capture.lastPacket.map(ExactTime.rfc3339))
    json.field("duration_seconds", decimal: ExactTime.seconds(capture.durationNanoseconds))
    json.rows("doubts", side.qualityFindings) { row, finding in
      row.field("id", finding.id)
      row.field("severity", finding.severity.rawValue)
      row.field("title", finding.title.text)
      row.field("detail", finding.detail.text)
    }
    json.list("cut_tables", side.cutTables)
  }

  private static func write(_ row: inout JSONWriter, _ change: Change) {
    row.field("category", change.category.rawValue)
    row.field("kind", change.kind.rawValue)
    row.field("subject", change.subject.text)
    row.field("measure", change.measure.text)
    row.field("detail", change.detail?.text)
    write("before", change.before, to: &row)
    write("after", change.after, to: &row)
    row.field("unit", change.unit == .none ? nil : change.unit.rawValue)
    row.key("relevance")
    row.value((change.relevance * 10_000).rounded() / 10_000)
  }

  private static func write(_ name: String, _ value: Change.Value?, to row: inout JSONWriter) {
    row.key(name)
    switch value {
    case nil: row.null()
    case .text(let text): row.value(text.text)
    case .number(let number):
      if let whole = Int64(exactly: number) { row.value(whole) } else { row.value(number) }
    }
  }

  private func writeBounds(_ json: inout JSONWriter) {
    let bounds = comparison.settings
    let values = [
      ("volume_factor", bounds.volumeFactor), ("volume_bytes", bounds.volumeBytes),
      ("latency_factor", bounds.latencyFactor), ("latency_ms", bounds.latencyMilliseconds),
      ("latency_samples", Double(bounds.latencySamples)), ("loss_points", bounds.lossPoints),
      ("loss_count", bounds.lossCount), ("like_duration_factor", bounds.likeDuration),
      ("short_duration_share", bounds.shortDuration), ("expected_times", bounds.expectedTimes),
      ("tiny_host_packets", Double(bounds.tinyPackets)),
      ("ephemeral_ports_from", Double(bounds.ephemeralPorts)),
    ]
    for (name, value) in values {
      json.key(name)
      if let whole = Int64(exactly: value) { json.value(whole) } else { json.value(value) }
    }
  }
}
