/// What applications said, counted.
struct ApplicationLogs: Sendable {
  var dns: DNSLog
  var mdns: LocalDNSLog
  var llmnr: LocalDNSLog
  var http: HTTPLog
  /// With the handshakes of DTLS and QUIC.
  var tls: TLSLog
  var rtp = RTPLog()
  var quic = QUICLog()
  var hostNames: HostNameLog
  var leases: LeaseLog
  /// Of the protocols without a log of their own.
  var applications: ApplicationLog
  /// Packets that findings name, of every layer.
  var sightings = SightingLog()
  var links = LinkTally()
  /// What findings tell of services.
  var security = SecurityLog()

  init(options: AnalysisOptions) {
    dns = DNSLog(options: options)
    mdns = LocalDNSLog(nameLimit: min(options.maxNames, 1000))
    llmnr = LocalDNSLog(nameLimit: min(options.maxNames, 1000))
    http = HTTPLog(options: options)
    tls = TLSLog(options: options)
    applications = ApplicationLog(limit: options.maxApplicationValues)
    leases = LeaseLog(limit: min(options.maxClaims, 10_000))
    hostNames = HostNameLog(byteLimit: options.maxHostNameBytes)
  }

  /// What a snapshot needs, sharing no memory that changes with every packet.
  var countsOnly: ApplicationLogs {
    var copy = self
    copy.dns = dns.countsOnly
    return copy
  }

  /// With the names that clients of DHCP gave themselves.
  var namesOfHosts: HostNameLog {
    var names = hostNames
    leases.name(&names)
    return names
  }

  /// Fills in what findings are judged by.
  func observe(_ observations: inout Observations) {
    observations.sightings = sightings
    security.fill(&observations)
    observations.certificates = tls.certificates.all
    observations.rtpStreams = rtp.troubled
  }

  /// Adds what another worker saw of other flows.
  mutating func merge(_ other: ApplicationLogs) {
    dns.merge(other.dns)
    mdns.merge(other.mdns)
    llmnr.merge(other.llmnr)
    http.merge(other.http)
    tls.merge(other.tls)
    rtp.merge(other.rtp)
    quic.merge(other.quic)
    hostNames.merge(other.hostNames)
    leases.merge(other.leases)
    applications.merge(other.applications)
    sightings.merge(other.sightings)
    links.merge(other.links)
    security.merge(other.security)
  }
}
