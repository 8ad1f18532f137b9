/// What went past the bounds of tables that a snapshot does not take over.
struct LimitCounts: Sendable {
  private var streams: UInt64 = 0
  private var gaps: UInt64 = 0
  private var fragments: UInt64 = 0
  private var serverNames: UInt64 = 0

  mutating func add(_ core: borrowing AnalyzerCore) {
    streams += core.applications.streams.abandoned
    gaps += core.tcpAnalyzer.beyond
    fragments += core.fragments.beyond
    serverNames += core.applications.serverNames.beyond
  }

  func notes(_ options: AnalysisOptions) -> [LimitNote] {
    [
      LimitNote(table: "application streams", limit: options.maxStreams, beyond: streams),
      LimitNote(table: "server names", limit: options.maxNames, beyond: serverNames),
      LimitNote(table: "lost TCP segments", limit: options.maxGaps, beyond: gaps),
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
      LimitNote(table: "DNS names", limit: dns.nameLimit, beyond: dns.namesBeyond),
      LimitNote(table: "DNS servers", limit: DNSLog.serverLimit, beyond: dns.serversBeyond),
      LimitNote(table: "open DNS queries", limit: dns.openLimit, beyond: dns.openBeyond),
      LimitNote(table: "HTTP hosts", limit: http.hosts.limit, beyond: http.hosts.beyond),
      LimitNote(
        table: "HTTP user agents", limit: http.userAgents.limit, beyond: http.userAgents.beyond),
      LimitNote(
        table: "TLS server names", limit: tls.serverNames.limit, beyond: tls.serverNames.beyond),
      LimitNote(table: "TLS fingerprints", limit: tls.ja4.limit, beyond: tls.ja4.beyond),
      LimitNote(
        table: "values of application fields", limit: applications.values.limit,
        beyond: applications.values.beyond),
      LimitNote(table: "RTP streams", limit: RTPLog.limit, beyond: rtp.beyond),
      LimitNote(
        table: "bytes of host names", limit: hostNames.byteLimit, beyond: hostNames.beyond),
    ]
  }
}
