import TrafficAnalysis

extension JSONReport {
  func writeEndpoints(_ json: inout JSONWriter) {
    json.rows("hosts", snapshot.hosts.rows) { $0.fields(of: $1) }
    json.field("hosts_total", snapshot.hosts.total)
    json.rows("conversations", snapshot.conversations.rows) { $0.fields(of: $1) }
    json.field("conversations_total", snapshot.conversations.total)
    json.rows("services", snapshot.services.rows) { $0.fields(of: $1) }
    json.field("services_total", snapshot.services.total)
  }
}
