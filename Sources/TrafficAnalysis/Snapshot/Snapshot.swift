/// Everything that is known about the traffic at one moment, as a value.
///
/// Charts, findings, sections and output formats are pure functions of it. Counts are exact unless a
/// property says otherwise; what went past a bound is told in ``limits``.
package struct Snapshot: Sendable {
  package var capture = CaptureSummary()
  /// The protocol hierarchy, depth first; the counts of a node include those of its children.
  package var protocols: [ProtocolNode] = []
  /// Packets and bytes by transport protocol, most bytes first, "Other" last.
  package var transport: [TransportShare] = []
  package var timeline = Timeline()
  package var packetSizes: [PacketSizeBin] = []
  /// Most bytes sent and received first.
  package var hosts = Ranked<Host>()
  /// The hosts that sent most packets, most first; at most 50.
  package var topSources: [Host] = []
  /// Where the hosts are; nil without a GeoIP database.
  package var geography: GeographySummary?
  /// Most bytes in both directions first.
  package var conversations = Ranked<Conversation>()
  /// Most bytes first.
  package var services = Ranked<Service>()
  package var tcp = TCPSummary()
  /// Unicast DNS (RFC 1035).
  package var dns = DNSSummary()
  /// Multicast DNS (RFC 6762).
  package var mdns = LocalDNSSummary()
  /// Link-local multicast name resolution (RFC 4795).
  package var llmnr = LocalDNSSummary()
  package var http = HTTPSummary()
  package var tls = TLSSummary()
  package var quic = QUICSummary()
  /// Every application that was recognised, most bytes first.
  package var applications: [ApplicationSummary] = []
  /// Most packets first.
  package var rtpStreams = Ranked<RTPStream>()
  /// Addresses given by DHCP and DHCPv6, in their order.
  package var leases = Ranked<DHCPLease>()
  package var arp = ARPSummary()
  package var icmp = ICMPSummary()
  package var fragments = FragmentSummary()
  /// The newest packets, oldest of them first.
  package var recentPackets: [RecentPacket] = []
  /// What findings are judged by.
  package var observations = Observations()
  /// What did not fit into a bounded table, with how often.
  package var limits: [LimitNote] = []

  package init() {}
}
