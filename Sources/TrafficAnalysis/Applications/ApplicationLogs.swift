import PacketDecoding

/// What applications said, counted.
struct ApplicationLogs: Sendable {
  var dns: DNSLog
  var mdns = DNSCounters()
  var llmnr = DNSCounters()
  var http: HTTPLog
  var tls: TLSLog
  var rtp = RTPLog()
  var hostNames: HostNameLog
  /// Of the protocols without a log of their own.
  var applications: ApplicationLog

  init(options: AnalysisOptions) {
    dns = DNSLog(nameLimit: options.maxNames, openLimit: options.maxPending)
    http = HTTPLog(hostLimit: options.maxNames)
    tls = TLSLog(nameLimit: options.maxNames)
    applications = ApplicationLog(limit: options.maxApplicationValues)
    hostNames = HostNameLog(byteLimit: options.maxHostNameBytes)
  }

  /// What a snapshot needs, sharing no memory that changes with every packet.
  var countsOnly: ApplicationLogs {
    var copy = self
    copy.dns = dns.countsOnly
    return copy
  }

  /// Adds what another worker saw of other flows.
  mutating func merge(_ other: ApplicationLogs) {
    dns.merge(other.dns)
    mdns.add(other.mdns)
    llmnr.add(other.llmnr)
    http.merge(other.http)
    tls.merge(other.tls)
    rtp.merge(other.rtp)
    hostNames.merge(other.hostNames)
    applications.merge(other.applications)
  }
}

extension DNSCounters {
  fileprivate mutating func add(_ other: DNSCounters) {
    queries += other.queries
    responses += other.responses
  }
}
