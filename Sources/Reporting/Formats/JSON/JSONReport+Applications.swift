import TrafficAnalysis

extension JSONReport {
  func writeApplications(_ json: inout JSONWriter) {
    writeCatalog(&json)
    json.rows("rtp_streams", snapshot.rtpStreams) { $0.fields(of: $1) }
    writeDNS(&json)
    writeLocalDNS("mdns", snapshot.mdns, &json)
    writeLocalDNS("llmnr", snapshot.llmnr, &json)
    writeHTTP(&json)
    writeTLS(&json)
    writeQUIC(&json)
  }

  private func writeCatalog(_ json: inout JSONWriter) {
    json.rows("applications", snapshot.applications) { row, application in
      row.field("protocol", application.protocolName)
      row.field("name", application.name)
      row.field("conversations", application.conversations)
      row.field("packets", application.packets)
      row.field("bytes", application.bytes)
      row.object("fields") { fields in
        for field in application.fields {
          fields.rows(field.name, field.values.rows) { value, tally in
            value.field("value", tally.name)
            value.field("count", tally.count)
          }
        }
      }
    }
  }

  private func writeHTTP(_ json: inout JSONWriter) {
    let http = snapshot.http
    json.object("http") { json in
      json.field("requests", http.requests)
      json.field("responses", http.responses)
      json.line("incomplete") { line in
        line.field("requests", http.incompleteRequests)
        line.field("responses", http.incompleteResponses)
      }
      json.line("body_bytes") { line in
        line.field("requests", http.requestBodyBytes)
        line.field("responses", http.responseBodyBytes)
      }
      json.counts("methods", http.methods)
      json.counts("statuses", http.statuses)
      json.counts("versions", http.versions)
      json.counts("content_types", http.contentTypes)
      json.counts("content_encodings", http.contentEncodings)
      json.counts("upgrades", http.upgrades)
      json.counts("proxies", http.proxies)
      json.field("forwarded_requests", http.forwardedRequests)
      json.rows("hosts", http.hosts) { $0.fields(of: $1) }
      json.rows("errors", http.errors) { row, error in
        row.field("host", error.host)
        row.field("status", error.status)
        row.field("responses", error.responses)
      }
      json.rows("user_agents", http.userAgents) { row, agent in
        row.field("name", agent.name)
        row.field("requests", agent.count)
      }
      json.rows("servers", http.servers) { row, server in
        row.field("name", server.name)
        row.field("responses", server.count)
      }
      json.milliseconds("latency_ms", http.latency)
      json.rows("transactions", http.transactions) { $0.fields(of: $1) }
    }
  }
}
