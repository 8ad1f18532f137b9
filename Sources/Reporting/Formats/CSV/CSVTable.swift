import CaptureFormats
package import TrafficAnalysis

/// The tables of a report as CSV files, each under `tables/`; all of them are always written.
package enum CSVTable: String, CaseIterable, Sendable {
  case hosts, countries, networks, conversations, services, protocols, transport, timeline
  case packetSizes = "packet_sizes"
  case applications
  case applicationValues = "application_values"
  case rtpStreams = "rtp_streams"
  case dnsNames = "dns_names"
  case dnsServers = "dns_servers"
  case dnsTransactions = "dns_transactions"
  case httpHosts = "http_hosts"
  case httpTransactions = "http_transactions"
  case tlsServerNames = "tls_server_names"
  case tlsHandshakes = "tls_handshakes"
  case tlsCertificates = "tls_certificates"
  case dhcpLeases = "dhcp_leases"
  case arpClaims = "arp_claims"
  case recentPackets = "recent_packets"

  package var path: String { "tables/\(rawValue).csv" }

  package func file(_ snapshot: Snapshot) -> ReportFile {
    ReportFile(path: path, bytes: bytes(snapshot))
  }

  private func bytes(_ snapshot: Snapshot) -> [UInt8] {
    switch self {
    case .hosts: records(snapshot.hosts.rows) { $0.fields(of: $1) }
    case .countries: records(snapshot.geography?.countries.rows ?? []) { $0.fields(of: $1) }
    case .networks: records(snapshot.geography?.networks.rows ?? []) { $0.fields(of: $1) }
    case .conversations: records(snapshot.conversations.rows) { $0.fields(of: $1) }
    case .services: records(snapshot.services.rows) { $0.fields(of: $1) }
    case .protocols: records(snapshot.protocols) { $0.fields(of: $1) }
    case .transport: records(snapshot.transport) { $0.fields(of: $1) }
    case .timeline: timeline(snapshot.timeline)
    case .packetSizes: records(snapshot.packetSizes) { $0.fields(of: $1) }
    case .applications: records(snapshot.applications) { $0.fields(of: $1) }
    case .applicationValues: records(ApplicationValue.all(in: snapshot)) { $0.fields(of: $1) }
    case .rtpStreams: records(snapshot.rtpStreams.rows) { $0.fields(of: $1) }
    case .dnsNames: records(snapshot.dns.allNames.rows) { $0.fields(of: $1) }
    case .dnsServers: records(snapshot.dns.servers.rows) { $0.fields(of: $1) }
    case .dnsTransactions: records(snapshot.dns.transactions.rows) { $0.fields(of: $1) }
    case .httpHosts: records(snapshot.http.hosts.rows) { $0.fields(of: $1) }
    case .httpTransactions: records(snapshot.http.transactions.rows) { $0.fields(of: $1) }
    case .tlsServerNames: records(snapshot.tls.serverNames.rows) { $0.fields(of: $1) }
    case .tlsHandshakes: records(snapshot.tls.handshakes.rows) { $0.fields(of: $1) }
    case .tlsCertificates: records(snapshot.tls.certificates.rows) { $0.fields(of: $1) }
    case .dhcpLeases: records(snapshot.leases.rows) { $0.fields(of: $1) }
    case .arpClaims: records(snapshot.arp.claims.rows) { $0.fields(of: $1) }
    case .recentPackets: records(snapshot.recentPackets) { $0.fields(of: $1) }
    }
  }

  private func records<Row>(
    _ rows: [Row], _ body: (inout CSVWriter, Row) -> Void
  ) -> [UInt8] {
    var csv = CSVWriter(columns: columns)
    for row in rows {
      body(&csv, row)
      csv.endRecord()
    }
    return csv.bytes
  }

  /// One record a bin, with a column of bytes for every protocol.
  private func timeline(_ timeline: Timeline) -> [UInt8] {
    var csv = CSVWriter(
      columns: columns + timeline.byProtocol.map { "bytes_\($0.name)" })
    for bin in timeline.packets.indices {
      let (offset, overflow) = Int64(bin).multipliedReportingOverflow(by: timeline.binNanoseconds)
      let (start, late) = timeline.start.nanoseconds.addingReportingOverflow(offset)
      csv.field(ExactTime.rfc3339(.init(nanoseconds: overflow || late ? .max : start)))
      csv.field(timeline.packets[bin])
      csv.field(bin < timeline.bytes.count ? timeline.bytes[bin] : 0)
      for series in timeline.byProtocol {
        csv.field(bin < series.bytes.count ? series.bytes[bin] : 0)
      }
      csv.endRecord()
    }
    return csv.bytes
  }
}
