import TrafficAnalysis

extension JSONReport {
  func writeEndpoints(_ json: inout JSONWriter) {
    json.rows("hosts", snapshot.hosts) { $0.fields(of: $1) }
    writeGeography(&json)
    json.rows("conversations", snapshot.conversations) { $0.fields(of: $1) }
    json.rows("services", snapshot.services) { $0.fields(of: $1) }
  }

  private func writeGeography(_ json: inout JSONWriter) {
    json.key("geography")
    guard let geography = snapshot.geography else { return json.null() }
    json.object { json in
      json.rows("databases", geography.databases) { row, database in
        row.field("type", database.type)
        row.field("built_at", database.builtAt)
      }
      let kinds = [("public", geography.publicTraffic), ("private", geography.privateTraffic)]
      for (name, traffic) in kinds {
        json.line(name) { line in
          line.field("hosts", traffic.hosts)
          line.field("packets", traffic.packets)
          line.field("bytes", traffic.bytes)
        }
      }
      json.rows("countries", geography.countries) { $0.fields(of: $1) }
      json.rows("networks", geography.networks) { $0.fields(of: $1) }
    }
  }
}
