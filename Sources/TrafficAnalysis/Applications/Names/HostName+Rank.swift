extension HostName {
  /// How soon a person wants to read a name from there: what somebody gave the host on purpose, then
  /// what it calls itself, then what others asked it for.
  private static let sources = [
    "pcapng", "dhcp", "dhcpv6", "dns", "mdns", "llmnr", "nbns", "tls", "quic", "http",
  ]

  var rank: Int { Self.sources.firstIndex(of: source) ?? Self.sources.count }
}
