extension CSVTable {
  /// The head of the table; `report.json` has the same names.
  package var columns: [String] {
    switch self {
    case .hosts:
      [
        "address", "packets_sent", "packets_received", "bytes_sent", "bytes_received",
        "conversations", "names", "mac", "country", "asn",
      ]
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
    case .rtpStreams:
      [
        "source", "source_port", "destination", "destination_port", "ssrc", "codecs", "packets",
        "payload_bytes", "expected", "lost", "out_of_order", "duplicates", "start",
        "duration_seconds", "jitter_ms", "max_jitter_ms",
      ]
    case .dnsNames: ["name", "queries", "responses", "nonexistent", "failed"]
    case .dnsServers: ["address", "queries", "responses"]
    case .httpHosts: ["name", "requests", "bytes"]
    case .tlsServerNames: ["name", "client_hellos", "bytes"]
    case .arpClaims: ["address", "mac", "packets"]
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
