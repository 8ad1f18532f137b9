import TrafficAnalysis

extension JSONReport {
  func writeDNS(_ json: inout JSONWriter) {
    let dns = snapshot.dns
    json.object("dns") { json in
      json.field("queries", dns.queries)
      json.field("responses", dns.responses)
      json.field("unanswered", dns.unanswered)
      json.field("retransmissions", dns.retransmissions)
      json.field("unsolicited", dns.unsolicited)
      json.field("truncated", dns.truncated)
      json.counts("opcodes", dns.opcodes)
      json.counts("transports", dns.transports)
      json.counts("response_codes", dns.responseCodes)
      json.counts("types", dns.types)
      json.object("edns") { json in
        json.field("queries", dns.edns.queries)
        json.field("responses", dns.edns.responses)
        json.field("dnssec_queries", dns.edns.dnssecQueries)
        json.counts("versions", dns.edns.versions)
        json.counts("udp_sizes", dns.edns.udpSizes)
      }
      json.rows("names", dns.names) { $0.fields(of: $1) }
      json.rows("response_names", dns.responseNames) { $0.fields(of: $1) }
      json.rows("servers", dns.servers) { $0.fields(of: $1) }
      json.field("transactions_total", dns.transactions.total)
      json.milliseconds("latency_ms", dns.latency)
    }
  }

  func writeLocalDNS(_ name: String, _ summary: LocalDNSSummary, _ json: inout JSONWriter) {
    json.object(name) { json in
      json.field("queries", summary.queries)
      json.field("responses", summary.responses)
      json.rows("names", summary.names) { row, name in
        row.field("name", name.name)
        row.field("queries", name.queries)
      }
      json.rows("services", summary.services) { row, service in
        row.field("type", service.type)
        row.field("meaning", service.meaning)
        row.list("instances", service.instances)
        row.field("announcements", service.announcements)
      }
    }
  }
}
