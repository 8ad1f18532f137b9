import CaptureFormats
import PacketDecoding

/// Counts TLS handshakes, on whatever transport.
struct TLSLog: Sendable {
  private struct AlertKey: FastHashable {
    var alert: TLSAlert
    var isFromClient: Bool

    func hashed(by hash: FastHash) -> UInt64 {
      hash(UInt64(alert.level) << 8 | UInt64(alert.code), isFromClient ? 1 : 0)
    }
  }

  private struct Hellos: Sendable {
    var client: UInt64 = 0
    var server: UInt64 = 0
  }

  private var hellos: [TLSTransport: Hellos] = [:]
  /// What is only counted.
  private var counts = TLSSummary()
  /// Of TLS over TCP: all payload, and what of it was in clear text.
  private var payload: UInt64 = 0
  private var clearBytes: UInt64 = 0
  private var offeredVersions = BoundedTally<TLSVersion>(limit: 256)
  private var versions = BoundedTally<TLSVersion>(limit: 256)
  private var cipherSuites = BoundedTally<TLSCipherSuite>(limit: 4096)
  private var groups = BoundedTally<TLSKeyExchange>(limit: 1000)
  private var offeredProtocols = BoundedTally<String>(limit: 1000)
  private var protocols = BoundedTally<String>(limit: 1000)
  private(set) var serverNames: BoundedTally<String>
  private var ja3 = BoundedTally<String>(limit: 10_000)
  private var ja3s = BoundedTally<String>(limit: 10_000)
  private(set) var ja4 = BoundedTally<String>(limit: 10_000)
  private var alerts = BoundedTally<AlertKey>(limit: 1000)
  private var latency = QuantileSketch()
  private var fingerprints = TLSFingerprints()
  private(set) var handshakes: TLSHandshakeList
  var certificates: CertificateLog

  init(options: AnalysisOptions) {
    serverNames = BoundedTally(limit: options.maxNames)
    handshakes = TLSHandshakeList(limit: options.maxHandshakes)
    certificates = CertificateLog(limit: options.maxCertificates)
  }

  func clientHellos(_ transport: TLSTransport) -> UInt64 { hellos[transport]?.client ?? 0 }

  /// Counts the payload of a segment of TLS over TCP.
  @inline(__always)
  mutating func add(payload bytes: Int) { payload &+= UInt64(bytes) }

  /// Counts bytes of TLS over TCP that were in clear text.
  mutating func addClear(bytes: Int) { clearBytes &+= UInt64(clamping: bytes) }
}

// MARK: - Messages

extension TLSLog {
  /// Takes a client hello that came at `time`, nil if at an unknown one before `ends.time`.
  mutating func add(
    _ hello: TLSClientHello, _ ends: MessageEnds, _ exchange: inout TLSExchange, time: Int64,
    isLate: Bool
  ) {
    hellos[exchange.transport, default: Hellos()].client += 1
    if hello.isSSL2 { counts.ssl2ClientHellos += 1 }
    if hello.hasEncryptedHello { counts.encryptedClientHellos += 1 }
    offeredVersions.add(hello.highestVersion)
    if let name = hello.serverName { serverNames.add(bounded(name)) }
    for name in hello.applicationProtocols.prefix(16) { offeredProtocols.add(bounded(name)) }
    let prints = fingerprints.client(hello, exchange.transport)
    if let prints {
      if let hash = prints.ja3 { ja3.add(hash) }
      ja4.add(prints.ja4)
    }
    exchange.note(hello, ends, time: isLate ? nil : time)
    // A second hello that the server asked for belongs to the same handshake.
    if exchange.row < 0 || exchange.isAnswered {
      exchange.isAnswered = false
      exchange.row = handshakes.begin(ends, fromClient: true, exchange.transport, time: time)
    }
    handshakes.update(exchange.row) { row in
      row.offeredVersion = hello.highestVersion
      row.serverName = hello.serverName.map { bounded($0) }
      row.offeredALPN = hello.offeredALPN
      row.ja3 = prints?.ja3
      row.ja4 = prints?.ja4
    }
  }

  mutating func add(
    _ hello: TLSServerHello, _ ends: MessageEnds, _ exchange: inout TLSExchange, time: Int64,
    isLate: Bool
  ) {
    guard !hello.isHelloRetryRequest else {
      counts.retryRequests += 1
      return
    }
    hellos[exchange.transport, default: Hellos()].server += 1
    versions.add(hello.version)
    cipherSuites.add(hello.cipherSuite)
    if let name = hello.applicationProtocol { protocols.add(bounded(name)) }
    let group = hello.group.map { TLSKeyExchange.group($0) }
    if let group { groups.add(group) }
    let print = fingerprints.server(hello, exchange.transport)
    if let print { ja3s.add(print) }
    let isResumed = hello.resumes(sessionID: exchange.sessionID)
    if isResumed { counts.resumed += 1 }
    let delay = isLate ? nil : exchange.helloTime.map { time &- $0 }.flatMap { $0 >= 0 ? $0 : nil }
    if let delay, !exchange.isAnswered { latency.add(delay) }
    if exchange.row < 0 || exchange.isAnswered {
      exchange.row = handshakes.begin(ends, fromClient: false, exchange.transport, time: time)
    }
    exchange.isAnswered = true
    handshakes.update(exchange.row) { row in
      row.version = hello.version
      row.cipherSuite = hello.cipherSuite
      row.keyExchange = group
      row.alpn = hello.applicationProtocol.map { bounded($0) }
      row.ja3s = print
      row.isResumed = isResumed
      row.latencyNanoseconds = delay
    }
  }

  mutating func add(_ exchange: TLSKeyExchange, row: Int) {
    groups.add(exchange)
    handshakes.update(row) { $0.keyExchange = exchange }
  }

  mutating func add(_ alert: TLSAlert, isFromClient: Bool, row: Int) {
    alerts.add(AlertKey(alert: alert, isFromClient: isFromClient))
    handshakes.update(row) { row in
      guard row.alert.map({ $0.isClosing && !alert.isClosing }) ?? true else { return }
      row.alert = alert
      row.isAlertFromClient = isFromClient
    }
  }

  mutating func add(_ heartbeat: TLSHeartbeat) {
    counts.heartbeats += 1
    if heartbeat.claimsTooMuch { counts.overlongHeartbeats += 1 }
  }

  mutating func addTicket() { counts.sessionTickets += 1 }
  mutating func addCertificateRequest() { counts.certificateRequests += 1 }
}

// MARK: - Sums

extension TLSLog {
  mutating func merge(_ other: TLSLog) {
    for (transport, count) in other.hellos {
      hellos[transport, default: Hellos()].client += count.client
      hellos[transport, default: Hellos()].server += count.server
    }
    for path in Self.sums { counts[keyPath: path] += other.counts[keyPath: path] }
    clearBytes += other.clearBytes
    payload += other.payload
    offeredVersions.merge(other.offeredVersions)
    versions.merge(other.versions)
    cipherSuites.merge(other.cipherSuites)
    groups.merge(other.groups)
    offeredProtocols.merge(other.offeredProtocols)
    protocols.merge(other.protocols)
    serverNames.merge(other.serverNames)
    ja3.merge(other.ja3)
    ja3s.merge(other.ja3s)
    ja4.merge(other.ja4)
    alerts.merge(other.alerts)
    latency.merge(other.latency)
    handshakes.merge(other.handshakes)
    certificates.merge(other.certificates)
  }

  private static var sums: [WritableKeyPath<TLSSummary, UInt64>] {
    [
      \.ssl2ClientHellos, \.encryptedClientHellos, \.retryRequests, \.resumed, \.sessionTickets,
      \.certificateRequests, \.heartbeats, \.overlongHeartbeats,
    ]
  }

  /// `bytes` says how many bytes the conversations with a name had.
  func summary(maxRows: Int, bytes: [String: UInt64]) -> TLSSummary {
    var result = counts
    result.clientHellos = clientHellos(.tcp) + clientHellos(.quic)
    result.serverHellos = (hellos[.tcp]?.server ?? 0) + (hellos[.quic]?.server ?? 0)
    result.dtlsClientHellos = clientHellos(.dtls)
    result.dtlsServerHellos = hellos[.dtls]?.server ?? 0
    result.encryptedBytes = payload - min(payload, clearBytes)
    result.offeredVersions = offeredVersions.ranked { $0.description }
    result.versions = versions.ranked { $0.description }
    result.cipherSuites = cipherSuites.ranked { $0.description }
    result.groups = groups.ranked { $0.description }
    result.alpn = offeredProtocols.ranked()
    result.chosenALPN = protocols.ranked()
    result.serverNames = serverNames.ranked(maxRows: maxRows, bytes: bytes) { name, count, bytes in
      TLSServerName(name: name, clientHellos: count, bytes: bytes)
    }
    result.ja3 = Array(ja3.ranked().prefix(maxRows))
    result.ja3s = Array(ja3s.ranked().prefix(maxRows))
    result.ja4 = Array(ja4.ranked().prefix(maxRows))
    result.alerts = rankedAlerts
    result.latency = latency.quantiles
    result.handshakes = handshakes.ranked(maxRows: maxRows)
    result.certificates = certificates.ranked(maxRows: maxRows)
    return result
  }

  private var rankedAlerts: [TLSAlertCount] {
    alerts.counts.map { key, count in
      TLSAlertCount(
        level: key.alert.levelName, name: key.alert.description, isFromClient: key.isFromClient,
        count: count)
    }.sorted {
      ($1.count, $0.name, $0.level, $0.isFromClient ? 0 : 1)
        < ($0.count, $1.name, $1.level, $1.isFromClient ? 0 : 1)
    }
  }
}

extension TLSClientHello {
  /// The protocols in their order, cut to what a table keeps.
  fileprivate var offeredALPN: String? {
    applicationProtocols.isEmpty ? nil : bounded(applicationProtocols.joined(separator: ","))
  }
}
