extension CSVTable {
  /// The head of the table; `report.json` has the same names.
  package var columns: [String] {
    switch self {
    case .hosts:
      [
        "address", "packets_sent", "packets_received", "bytes_sent", "bytes_received",
        "conversations", "names", "mac", "country", "asn", "country_name", "as_organization",
        "mac_vendor",
      ]
    case .countries: ["code", "name", "hosts", "packets", "bytes"]
    case .networks: ["asn", "organization", "hosts", "packets", "bytes"]
    case .conversations: Self.conversationColumns
    case .services:
      [
        "protocol", "port", "application", "conversations", "established", "failed", "packets",
        "bytes", "servers",
      ]
    case .protocols: ["path", "name", "packets", "bytes"]
    case .transport: ["name", "packets", "bytes"]
    case .timeline: ["start", "packets", "bytes"]
    case .packetSizes: ["from", "to", "packets"]
    case .applications: ["protocol", "name", "conversations", "packets", "bytes"]
    case .applicationValues: ["protocol", "field", "title", "value", "count"]
    case .dnsNames: ["name", "queries", "responses", "nonexistent", "failed"]
    case .dnsServers:
      [
        "address", "queries", "responses", "unanswered", "nonexistent", "failed",
        "latency_mean_ms", "latency_max_ms",
      ]
    case .dnsTransactions:
      [
        "time", "client", "client_port", "server", "server_port", "transport", "id", "name", "type",
        "response_code", "answers", "latency_ms", "query_bytes", "response_bytes",
        "retransmissions", "truncated",
      ]
    case .httpHosts: ["name", "requests", "bytes"]
    case .tlsServerNames: ["name", "client_hellos", "bytes"]
    case .dhcpLeases:
      [
        "address", "client", "mac", "mac_vendor", "host_name", "vendor_class", "state", "time",
        "server", "routers", "name_servers", "domain", "lease_seconds",
      ]
    case .arpClaims: ["address", "mac", "packets", "mac_vendor"]
    case .recentPackets:
      [
        "number", "time", "source", "destination", "protocol", "length", "source_port",
        "destination_port", "info",
      ]
    }
  }

  private static let conversationColumns = [
    "protocol", "client", "client_port", "server", "server_port", "packets_to_server",
    "packets_to_client", "bytes_to_server", "bytes_to_client", "start", "duration_seconds", "state",
    "history", "application", "server_name", "handshake_rtt_ms", "retransmissions", "out_of_order",
    "lost_segments", "duplicate_acks", "zero_windows", "resets",
  ]
}
