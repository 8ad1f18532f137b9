import CaptureFormats
import TrafficAnalysis

extension JSONReport {
  func writeCapture(_ json: inout JSONWriter) {
    let capture = snapshot.capture
    json.object("capture") { json in
      json.key("files")
      json.array { list in for file in capture.files { write(file, to: &list) } }
      json.field("filter", capture.filter)
      json.field("packets", capture.packets)
      json.field("bytes", capture.bytes)
      json.field("captured_bytes", capture.capturedBytes)
      json.field("first_packet", capture.firstPacket.map(ExactTime.rfc3339))
      json.field("last_packet", capture.lastPacket.map(ExactTime.rfc3339))
      json.field("duration_seconds", decimal: ExactTime.seconds(capture.durationNanoseconds))
      json.field("time_reversals", capture.timeReversals)
      write(capture.accounting, to: &json)
      json.field("drops", capture.drops)
    }
  }

  private func write(_ accounting: Accounting, to json: inout JSONWriter) {
    json.line("accounting") { line in
      line.field("read", accounting.read)
      line.field("filtered_out", accounting.filteredOut)
      line.field("decoded", accounting.decoded)
      line.field("undecoded", accounting.undecoded)
      line.field("malformed", accounting.malformed)
    }
  }

  private func write(_ file: CaptureFileSummary, to json: inout JSONWriter) {
    json.object { json in
      json.field("name", file.name)
      json.field("sha256", file.sha256)
      json.field("format", file.format)
      json.field("compression", file.compression)
      json.field("time_precision", file.timePrecision)
      json.field("snap_length", file.snapLength)
      json.list("link_types", file.linkTypes)
      json.field("packets", file.packets)
      json.field("bytes_on_disk", file.bytesOnDisk)
      json.rows("interfaces", file.interfaces) { row, interface in
        row.field("name", interface.name)
        row.field("description", interface.description)
        row.field("link_type", interface.linkType)
        row.field("received", interface.received)
        row.field("dropped", interface.dropped)
      }
      json.list("comments", file.comments)
      json.list("written_by", file.writtenBy)
      write(file.cutShort, to: &json)
    }
  }

  private func write(_ cutShort: CutShort?, to json: inout JSONWriter) {
    guard let cutShort else { return json.field("cut_short", nil as String?) }
    json.line("cut_short") { line in
      line.field("offset", cutShort.offset)
      line.field("packet", cutShort.packet)
      line.field("reason", cutShort.reason)
    }
  }
}
