import TrafficAnalysis

extension JSONReport {
  func writeApplications(_ json: inout JSONWriter) {
    writeCatalog(&json)
    json.rows("rtp_streams", snapshot.rtpStreams) { $0.fields(of: $1) }
    writeDNS(&json)
    for (name, counters) in [("mdns", snapshot.mdns), ("llmnr", snapshot.llmnr)] {
      json.line(name) { line in
        line.field("queries", counters.queries)
        line.field("responses", counters.responses)
      }
    }
    writeHTTP(&json)
    writeTLS(&json)
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

  private func writeDNS(_ json: inout JSONWriter) {
    let dns = snapshot.dns
    json.object("dns") { json in
      json.field("queries", dns.queries)
      json.field("responses", dns.responses)
      json.field("unanswered", dns.unanswered)
      json.counts("response_codes", dns.responseCodes)
      json.counts("types", dns.types)
      json.rows("names", dns.names) { $0.fields(of: $1) }
      json.rows("servers", dns.servers) { $0.fields(of: $1) }
      json.milliseconds("latency_ms", dns.latency)
    }
  }

  private func writeHTTP(_ json: inout JSONWriter) {
    let http = snapshot.http
    json.object("http") { json in
      json.field("requests", http.requests)
      json.field("responses", http.responses)
      json.counts("methods", http.methods)
      json.counts("statuses", http.statuses)
      json.rows("hosts", http.hosts) { $0.fields(of: $1) }
      json.rows("user_agents", http.userAgents) { row, agent in
        row.field("name", agent.name)
        row.field("requests", agent.count)
      }
      json.milliseconds("latency_ms", http.latency)
    }
  }

  private func writeTLS(_ json: inout JSONWriter) {
    let tls = snapshot.tls
    json.object("tls") { json in
      json.field("client_hellos", tls.clientHellos)
      json.field("server_hellos", tls.serverHellos)
      json.counts("versions", tls.versions)
      json.counts("cipher_suites", tls.cipherSuites)
      json.counts("alpn", tls.alpn)
      json.rows("server_names", tls.serverNames) { $0.fields(of: $1) }
      for (name, hashes) in [("ja3", tls.ja3), ("ja4", tls.ja4)] {
        json.rows(name, hashes) { row, hash in
          row.field("hash", hash.name)
          row.field("client_hellos", hash.count)
        }
      }
    }
  }
}
