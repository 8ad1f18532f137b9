/// What went past the bounds of tables that a snapshot does not take over.
struct LimitCounts: Sendable {
  private var streams: UInt64 = 0
  private var gaps: UInt64 = 0
  private var details: UInt64 = 0
  private var unacknowledged: UInt64 = 0
  private var stalls: UInt64 = 0
  private var stallLimit = 0
  private var fragments: UInt64 = 0
  private var serverNames: UInt64 = 0

  mutating func add(_ core: borrowing AnalyzerCore) {
    streams += core.applications.streams.abandoned
    gaps += core.connections.gaps.beyond
    details += core.connections.beyond
    unacknowledged += core.connections.segments.beyond
    stallLimit = core.connections.stalls.limit
    stalls += core.connections.stalls.beyond + core.connections.stuck.beyond
    fragments += core.totals.fragments.beyond
    serverNames += core.applications.serverNames.beyond
  }

  mutating func merge(_ other: LimitCounts) {
    streams += other.streams
    gaps += other.gaps
    details += other.details
    unacknowledged += other.unacknowledged
    stallLimit = max(stallLimit, other.stallLimit)
    stalls += other.stalls
    fragments += other.fragments
    serverNames += other.serverNames
  }

  func notes(_ options: AnalysisOptions) -> [LimitNote] {
    [
      LimitNote(table: "application streams", limit: options.maxStreams, beyond: streams),
      LimitNote(table: "server names", limit: options.maxNames, beyond: serverNames),
      LimitNote(table: "lost TCP segments", limit: options.maxGaps, beyond: gaps),
      LimitNote(
        table: "TCP connections with details", limit: options.maxTCPDetails, beyond: details),
      LimitNote(
        table: "unacknowledged TCP segments", limit: options.maxUnacknowledged,
        beyond: unacknowledged),
      LimitNote(
        table: "TCP endpoints with stalls", limit: stallLimit, beyond: stalls),
      LimitNote(table: "fragmented datagrams", limit: options.maxFragments, beyond: fragments),
    ]
  }
}

extension HostTotals {
  var limitNotes: [LimitNote] {
    [
      LimitNote(table: "hosts", limit: hosts.limit, beyond: hosts.beyond),
      LimitNote(table: "services", limit: services.limit, beyond: services.beyond),
      LimitNote(
        table: "servers of services", limit: services.serverLimit, beyond: services.serversBeyond),
    ]
  }
}

extension ApplicationLogs {
  var limitNotes: [LimitNote] {
    [
      LimitNote(table: "DNS names", limit: dns.names.limit, beyond: dns.names.beyond),
      LimitNote(table: "DNS servers", limit: DNSLog.serverLimit, beyond: dns.serversBeyond),
      LimitNote(
        table: "open DNS queries", limit: dns.transactions.openLimit,
        beyond: dns.transactions.openBeyond),
      LimitNote(
        table: "mDNS and LLMNR names", limit: mdns.names.limit,
        beyond: mdns.names.beyond + llmnr.names.beyond),
      LimitNote(
        table: "announced services", limit: LocalDNSLog.announcementLimit,
        beyond: mdns.announcementsBeyond + llmnr.announcementsBeyond),
      LimitNote(
        table: "findings about names", limit: NonexistentTally.limit, beyond: dns.tally.beyond),
      LimitNote(table: "findings about links", limit: DHCPTally.limit, beyond: links.beyond),
      LimitNote(table: "DHCP leases", limit: leases.limit, beyond: leases.beyond),
      LimitNote(
        table: "HTTP transactions", limit: http.transactions.limit,
        beyond: http.transactions.beyond),
      LimitNote(table: "HTTP hosts", limit: http.hosts.limit, beyond: http.hosts.beyond),
      LimitNote(
        table: "HTTP user agents", limit: http.userAgents.limit, beyond: http.userAgents.beyond),
      LimitNote(
        table: "TLS server names", limit: tls.serverNames.limit, beyond: tls.serverNames.beyond),
      LimitNote(
        table: "TLS handshakes", limit: tls.handshakes.limit, beyond: tls.handshakes.beyond),
      LimitNote(
        table: "certificates", limit: tls.certificates.limit, beyond: tls.certificates.beyond),
      LimitNote(table: "TLS fingerprints", limit: tls.ja4.limit, beyond: tls.ja4.beyond),
      LimitNote(table: "RTP streams", limit: RTPLog.limit, beyond: rtp.beyond),
      LimitNote(
        table: "values of application fields", limit: applications.limit,
        beyond: applications.beyond),
      LimitNote(
        table: "bytes of host names", limit: hostNames.byteLimit, beyond: hostNames.beyond),
    ]
  }
}
