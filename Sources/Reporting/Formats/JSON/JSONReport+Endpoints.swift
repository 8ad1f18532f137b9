import TrafficAnalysis

extension JSONReport {
  func writeEndpoints(_ json: inout JSONWriter) {
    json.rows("hosts", snapshot.hosts) { $0.fields(of: $1) }
    json.rows("conversations", snapshot.conversations) { $0.fields(of: $1) }
    json.rows("services", snapshot.services) { $0.fields(of: $1) }
  }
}
