import TrafficAnalysis

extension JSONReport {
  func writeTraffic(_ json: inout JSONWriter) {
    json.rows("protocols", snapshot.protocols) { $0.fields(of: $1) }
    json.rows("transport", snapshot.transport) { row, transport in
      row.field("name", transport.name)
      row.field("packets", transport.packets)
      row.field("bytes", transport.bytes)
    }
    writeTimeline(&json)
    json.rows("packet_sizes", snapshot.packetSizes) { row, bin in
      row.field("from", bin.from)
      row.field("to", bin.to)
      row.field("packets", bin.packets)
    }
  }

  private func writeTimeline(_ json: inout JSONWriter) {
    let timeline = snapshot.timeline
    json.object("timeline") { json in
      json.field("bin_seconds", decimal: ExactTime.seconds(timeline.binNanoseconds))
      json.field(
        "start", timeline.packets.isEmpty ? nil : ExactTime.rfc3339(timeline.start))
      json.list("packets", timeline.packets)
      json.list("bytes", timeline.bytes)
      json.list("retransmissions", timeline.retransmissions)
      json.object("by_protocol") { json in
        for series in timeline.byProtocol { json.list(series.name, series.bytes) }
      }
    }
  }
}
