import PacketDecoding
import TrafficAnalysis
internal import Wording

extension ChangeList {
  // MARK: Latency

  mutating func compareLatencies() {
    for (name, quantiles) in Self.quantiles {
      let (mine, others) = (quantiles(base.snapshot), quantiles(new.snapshot))
      let count = min(mine.count, others.count)
      compare(latency: name, "median", mine.p50, others.p50, samples: count)
      if count >= settings.tailSamples {
        compare(latency: name, "95th percentile", mine.p95, others.p95, samples: count)
      }
    }
    compareServers()
  }

  private static let quantiles: [(Phrase, @Sendable (Snapshot) -> Quantiles)] = [
    ("TCP handshake", { $0.tcp.handshakeRTT }), ("TCP data to its ACK", { $0.tcp.dataRTT }),
    ("DNS response", { $0.dns.latency }), ("HTTP response", { $0.http.latency }),
    ("TLS server hello", { $0.tls.latency }), ("Ping", { $0.icmp.echoRTT }),
  ]

  private mutating func compareServers() {
    let services = Dictionary(
      base.snapshot.observations.services.map { (Self.subject($0), $0) }
    ) { first, _ in first }
    for service in new.snapshot.observations.services {
      guard let old = services[Self.subject(service)] else { continue }
      compare(
        latency: "\(Self.subject(service))", "mean TCP handshake", old.meanHandshake,
        service.meanHandshake, samples: min(old.handshakes, service.handshakes))
    }
    let servers = Dictionary(base.snapshot.dns.servers.rows.map { ($0.address, $0) }) { $1 }
    for server in new.snapshot.dns.servers.rows {
      guard let old = servers[server.address] else { continue }
      compare(
        latency: "\(server.address)", "mean DNS response", old.meanLatencyNanoseconds,
        server.meanLatencyNanoseconds, samples: min(old.responses, server.responses))
    }
  }

  private static func subject(_ service: ServiceHealth) -> String {
    FindingSubject.service(service.server, transport: "tcp", port: service.port).text
  }

  private mutating func compare(
    latency subject: Phrase, _ measure: Phrase, _ before: Int64?, _ after: Int64?, samples: UInt64
  ) {
    guard let before, let after, samples >= settings.latencySamples else { return }
    let (old, now) = (Double(before) / 1e6, Double(after) / 1e6)
    let (least, most) = (max(0, min(old, now)), max(old, now))
    guard most - least >= settings.latencyMilliseconds, most >= least * settings.latencyFactor
    else { return }
    add(
      Change(
        .latency, .changed, subject, measure: measure, before: .number(old), after: .number(now),
        unit: .milliseconds, relevance: 1 - least / most))
  }

  // MARK: Loss

  /// Shares of what went wrong, unless a capture itself lacks packets or has them twice.
  mutating func compareLosses() {
    let doubts = base.doubts.union(new.doubts)
    let isDoubtful = !doubts.isDisjoint(with: [.packetsMissing, .oneSided, .duplicates])
    for (subject, measure, share) in Self.shares {
      let (mine, others) = (share(base.snapshot), share(new.snapshot))
      guard let change = change(subject, measure, mine, others) else { continue }
      if isDoubtful { omit(.doubtfulLoss) } else { add(change) }
    }
  }

  private typealias Share = (part: UInt64, whole: UInt64)

  private static let shares: [(Phrase, Phrase, @Sendable (Snapshot) -> Share)] = [
    ("TCP segments", "sent again", { ($0.tcp.retransmissions, $0.tcp.packets) }),
    (
      "TCP connections", "unanswered or refused",
      { (($0.tcp.states[.attempt] ?? 0) + ($0.tcp.states[.rejected] ?? 0), $0.tcp.connections) }
    ),
    ("DNS queries", "unanswered", { ($0.dns.unanswered, $0.dns.queries) }),
    ("DNS responses", "failed", { ($0.dns.failures, $0.dns.responses) }),
    (
      "HTTP responses", "with a server error",
      { ($0.http.statuses.sum { $0.hasPrefix("5") }, $0.http.responses) }
    ),
    (
      "Pings", "unanswered",
      { ($0.icmp.unansweredEchoes, $0.icmp.echoRequests) }
    ),
  ]

  private func change(
    _ subject: Phrase, _ measure: Phrase, _ before: Share, _ after: Share
  ) -> Change? {
    let (old, now) = (percent(before.part, of: before.whole), percent(after.part, of: after.whole))
    let worse = now > old ? after : before
    let excess = abs(now - old) / 100 * Double(worse.whole)
    guard abs(now - old) >= settings.lossPoints, excess >= settings.lossCount,
      Double(min(before.whole, after.whole)) >= settings.lossCount
    else { return nil }
    return Change(
      .loss, .changed, subject, measure: measure, before: .number(old), after: .number(now),
      unit: .percent, relevance: abs(now - old) / 100)
  }
}

extension ICMPSummary {
  fileprivate var unansweredEchoes: UInt64 { echoRequests - min(echoRequests, echoReplies) }
}

extension DNSSummary {
  /// Responses with a code other than NOERROR and NXDOMAIN.
  fileprivate var failures: UInt64 {
    responseCodes.sum { $0 != "NOERROR" && $0 != "NXDOMAIN" }
  }
}

extension [Tally] {
  /// The sum of those whose names fit.
  fileprivate func sum(where fits: (String) -> Bool) -> UInt64 {
    reduce(0) { fits($1.name) ? $0.addingReportingOverflow($1.count).partialValue : $0 }
  }
}
