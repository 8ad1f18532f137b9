import TrafficAnalysis

/// What `where` may ask of conversations.
package enum ConversationFields {
  static let all: [RowField<Conversation>] = [
    .names(
      "transport", .known(kind: "transport", transports), "TCP, UDP, ICMP …"
    ) { $0.transport },
    .address("client", "the client's address, or its network") { $0.client },
    .address("server", "the server's address, or its network") { $0.server },
    .names("client_port", .port, "a port or a range of ports") {
      Self.port($0.clientPort, $0.transport)
    },
    .names("server_port", .port, "a port or a range of ports") {
      Self.port($0.serverPort, $0.transport)
    },
    .names(
      "state", .known(kind: "state", ConnectionState.allCases.map(\.rawValue)),
      "how it went, by Zeek's names: S0 is a SYN without an answer"
    ) { $0.state.rawValue },
    .names("application", .protocols, "the application protocol") { $0.application },
    .names("server_name", .name, "the server's name by TLS or HTTP") { $0.serverName },
    .number("packets", .count, of: "packets", "in both directions") { Double($0.packets) },
    .number("bytes", .bytes, "in both directions") { Double($0.bytes) },
    .number("bytes_to_server", .bytes, "from the client") { Double($0.bytesToServer) },
    .number("bytes_to_client", .bytes, "from the server") { Double($0.bytesToClient) },
    .number("duration", .duration, "first to last packet") { Double($0.durationNanoseconds) },
    .number("handshake_rtt", .duration, "SYN to the ACK behind it, where both were seen") {
      $0.handshakeRTTNanoseconds.map { Double($0) }
    },
    .number("retransmissions", .count, of: "packets", "segments sent again") {
      Double($0.retransmissions)
    },
    .number("zero_windows", .count, of: "packets", "segments that close the window") {
      Double($0.zeroWindows)
    },
    .number("resets", .count, of: "packets", "segments with RST") { Double($0.resets) },
  ]

  private static let transports = [
    "TCP", "UDP", "SCTP", "DCCP", "UDP-Lite", "ICMP", "ICMPv6", "IGMP", "GRE", "ESP", "AH", "OSPF",
    "EIGRP", "PIM", "VRRP", "RSVP", "IPIP", "IPv6",
  ]

  private static func port(_ port: UInt16?, _ transport: String) -> String? {
    port.map { "\($0)/\(transport.lowercased())" }
  }

  /// Name and meaning of each, for the documentation.
  package static let documentation = all.map { (name: $0.name, meaning: $0.meaning) }
}
