import TrafficAnalysis

extension JSONReport {
  func writeTLS(_ json: inout JSONWriter) {
    let tls = snapshot.tls
    json.object("tls") { json in
      for (name, count) in Self.counts(tls) { json.field(name, count) }
      json.line("dtls") { line in
        line.field("client_hellos", tls.dtlsClientHellos)
        line.field("server_hellos", tls.dtlsServerHellos)
      }
      json.counts("offered_versions", tls.offeredVersions)
      json.counts("versions", tls.versions)
      json.counts("cipher_suites", tls.cipherSuites)
      json.counts("groups", tls.groups)
      json.counts("alpn", tls.alpn)
      json.counts("chosen_alpn", tls.chosenALPN)
      json.milliseconds("latency_ms", tls.latency)
      json.rows("server_names", tls.serverNames) { $0.fields(of: $1) }
      Self.write("ja3", tls.ja3, count: "client_hellos", to: &json)
      Self.write("ja3s", tls.ja3s, count: "server_hellos", to: &json)
      Self.write("ja4", tls.ja4, count: "client_hellos", to: &json)
      json.rows("alerts", tls.alerts) { row, alert in
        row.field("level", alert.level)
        row.field("description", alert.name)
        row.field("from", alert.isFromClient ? "client" : "server")
        row.field("count", alert.count)
      }
      json.rows("certificates", tls.certificates) { $0.fields(of: $1) }
      json.rows("handshakes", tls.handshakes) { $0.fields(of: $1) }
    }
  }

  func writeQUIC(_ json: inout JSONWriter) {
    let quic = snapshot.quic
    json.object("quic") { json in
      json.field("client_hellos", quic.clientHellos)
      json.counts("versions", quic.versions)
      json.field("retries", quic.retries)
      json.field("version_negotiations", quic.versionNegotiations)
      json.field("early_data_packets", quic.earlyDataPackets)
      json.field("initial_packets", quic.initialPackets)
      json.field("undecrypted_initial_packets", quic.undecryptedInitialPackets)
    }
  }

  private static func counts(_ tls: TLSSummary) -> [(String, UInt64)] {
    [
      ("client_hellos", tls.clientHellos), ("server_hellos", tls.serverHellos),
      ("ssl2_client_hellos", tls.ssl2ClientHellos),
      ("encrypted_client_hellos", tls.encryptedClientHellos),
      ("hello_retry_requests", tls.retryRequests), ("resumed", tls.resumed),
      ("session_tickets", tls.sessionTickets), ("certificate_requests", tls.certificateRequests),
      ("heartbeats", tls.heartbeats), ("overlong_heartbeats", tls.overlongHeartbeats),
      ("encrypted_bytes", tls.encryptedBytes),
    ]
  }

  private static func write(
    _ name: String, _ hashes: [Tally], count: String, to json: inout JSONWriter
  ) {
    json.rows(name, hashes) { row, hash in
      row.field("hash", hash.name)
      row.field(count, hash.count)
    }
  }
}
