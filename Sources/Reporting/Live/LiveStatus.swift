import CaptureFormats

/// What a live capture is doing now: `status.json`, `status.js` and the metrics of the server.
package struct LiveStatus: Sendable {
  package static let schema = "packetpress/status/1"

  package var page: LivePage
  package var version: String

  package init(page: LivePage, version: String) {
    self.page = page
    self.version = version
  }

  /// `status.json`.
  package var json: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    json.newline()
    return json.bytes
  }

  /// `status.js`: the same in a call, for pages on disk, which may load scripts but no data.
  package var script: [UInt8] {
    var json = JSONWriter(indent: nil)
    write(to: &json)
    return Array("packetpressStatus(".utf8) + json.bytes + Array(");\n".utf8)
  }

  private func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("schema", Self.schema)
      json.field("generator", "packetpress \(version)")
      page.writeFields(to: &json)
    }
  }
}

extension LivePage {
  /// The keys of `status.json` that `report.json` has as well.
  func writeFields(to json: inout JSONWriter) {
    json.field("state", state.rawValue)
    json.field("source", source)
    json.field("generation", generation)
    json.field("started", ExactTime.rfc3339(started))
    json.field("updated", ExactTime.rfc3339(updated))
    json.field("every_seconds", everySeconds)
    json.field("window_seconds", windowSeconds)
    json.field("packets", packets)
    json.field("bytes", bytes)
    json.key("packets_per_second")
    json.value(packetsPerSecond)
    json.key("bits_per_second")
    json.value(bitsPerSecond)
    json.field("active_flows", activeFlows)
    json.field("dropped", dropped)
    json.rows("interfaces", interfaces) { row, interface in
      row.field("name", interface.name)
      row.field("state", interface.state)
      row.field("received", interface.received)
      row.field("dropped", interface.dropped)
      row.field("dropped_by_interface", interface.droppedByInterface)
    }
    json.list("notices", notices)
    json.list("saved", saved)
  }
}
