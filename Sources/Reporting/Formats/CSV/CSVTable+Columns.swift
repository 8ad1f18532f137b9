extension CSVTable {
  /// The head of the table; `report.json` has the same names, those of a connection's measures without the direction.
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
    case .conversations: Self.conversationColumns + CSVWriter.tcpColumns
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
    case .rtpStreams:
      [
        "source", "source_port", "destination", "destination_port", "ssrc", "codecs", "packets",
        "payload_bytes", "expected", "lost", "out_of_order", "duplicates", "start",
        "duration_seconds", "jitter_ms", "max_jitter_ms",
      ]
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
    case .httpHosts:
      [
        "name", "requests", "bytes", "client_errors", "server_errors", "request_body_bytes",
        "response_body_bytes",
      ]
    case .httpTransactions: Self.transactionColumns
    case .tlsServerNames: ["name", "client_hellos", "bytes"]
    case .tlsHandshakes: Self.handshakeColumns
    case .tlsCertificates: Self.certificateColumns
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

  private static let handshakeColumns = [
    "time", "client", "client_port", "server", "server_port", "transport", "offered_version",
    "version", "cipher_suite", "group", "server_name", "offered_alpn", "alpn", "ja3", "ja3s", "ja4",
    "resumed", "latency_ms", "alert", "alert_from",
  ]

  private static let certificateColumns = [
    "sha256", "bytes", "subject", "issuer", "serial_number", "alternative_names", "not_before",
    "not_after", "validity", "key_type", "key_bits", "signature_algorithm", "self_signed",
    "authority", "chain_position", "from", "first_seen", "last_seen", "count", "senders",
  ]

  private static let transactionColumns = [
    "time", "client", "client_port", "server", "server_port", "number", "version", "method", "host",
    "target", "user_agent", "status", "content_type", "request_body_bytes", "response_body_bytes",
    "latency_ms", "whole",
  ]

  private static let conversationColumns = [
    "protocol", "client", "client_port", "server", "server_port", "packets_to_server",
    "packets_to_client", "bytes_to_server", "bytes_to_client", "start", "duration_seconds", "state",
    "history", "application", "server_name", "handshake_rtt_ms", "retransmissions", "out_of_order",
    "lost_segments", "duplicate_acks", "zero_windows", "resets",
  ]
}
