import PacketDecoding
import TrafficAnalysis
internal import Wording

extension MetricCatalog {
  static let dns: [Metric] =
    [
      .count("dns.queries", "queries", "DNS queries, but not mDNS and LLMNR") { $0.dns.queries },
      .count("dns.responses", "responses", "DNS responses") { $0.dns.responses },
      .count("dns.names", "names", "different names asked for") { UInt64($0.dns.names.total) },
      .count("mdns.queries", "queries", "mDNS queries") { $0.mdns.queries },
      .count("mdns.responses", "responses", "mDNS responses") { $0.mdns.responses },
      .count("llmnr.queries", "queries", "LLMNR queries") { $0.llmnr.queries },
      .count("llmnr.responses", "responses", "LLMNR responses") { $0.llmnr.responses },
    ]
    + Metric.parts(
      of: Whole("DNS queries") { $0.dns.queries },
      [
        CountRow("dns.unanswered", "queries without a response", .trouble) { $0.dns.unanswered },
        CountRow("dns.retransmissions", "queries that were sent again", .trouble) {
          $0.dns.retransmissions
        },
      ])
    + Metric.parts(
      of: Whole("DNS responses") { $0.dns.responses },
      [
        CountRow("dns.failed", "responses with a code that is neither NOERROR nor NXDOMAIN") {
          snapshot in
          snapshot.dns.responseCodes.reduce(0) {
            ["NOERROR", "NXDOMAIN"].contains($1.name) ? $0 : $0 + $1.count
          }
        },
        CountRow("dns.truncated", "responses that did not fit into a datagram") {
          $0.dns.truncated
        },
        CountRow("dns.unsolicited", "responses whose query is not in the capture", .trouble) {
          $0.dns.unsolicited
        },
      ])
    + Metric.parts(
      of: Whole("DNS responses") { $0.dns.responses }, "dns.response_codes.*",
      "responses with this code, by IANA's names", parameters: dnsCodes
    ) { $0.dns.responseCodes.count(of: $1) }
    + Metric.durations("dns.latency", "query to response", of: "DNS transactions") {
      $0.dns.latency
    }

  private static let dnsCodes = (Array(0...11) + Array(16...23)).map {
    DNSResponseCode(rawValue: $0).description
  }

  static let http: [Metric] =
    [
      .count("http.requests", "requests", "HTTP requests in clear text") { $0.http.requests },
      .count("http.responses", "responses", "HTTP responses") { $0.http.responses },
      .bytes("http.request_body_bytes", "bytes of the bodies of requests") {
        $0.http.requestBodyBytes
      },
      .bytes("http.response_body_bytes", "bytes of the bodies of responses") {
        $0.http.responseBodyBytes
      },
    ]
    + Metric.parts(
      of: Whole("HTTP requests") { $0.http.requests }, "http.methods.*",
      "requests with this method (RFC 9110)", parameters: httpMethods
    ) { $0.http.methods.count(of: $1) }
    + Metric.parts(
      of: Whole("HTTP responses") { $0.http.responses }, "http.statuses.*",
      "responses with this status, or of this class: 404, 5xx", parameters: httpStatuses
    ) { snapshot, status in
      guard status.hasSuffix("xx") else { return snapshot.http.statuses.count(of: status) }
      return snapshot.http.statuses.filter { $0.name.first == status.first && $0.name.count == 3 }
        .reduce(0) { $0 + $1.count }
    }
    + Metric.durations("http.latency", "request to response", of: "HTTP transactions") {
      $0.http.latency
    }

  private static let httpMethods = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
  ]

  private static let httpStatuses =
    (1...5).map { "\($0)xx" } + (100...599).map { String($0) }

  static let tls: [Metric] =
    [
      .count("tls.client_hellos", "messages", "client hellos of TLS and QUIC") {
        $0.tls.clientHellos
      },
      .count("tls.dtls_client_hellos", "messages", "client hellos of DTLS") {
        $0.tls.dtlsClientHellos
      },
      .count("tls.server_names", "names", "different names in client hellos") {
        UInt64($0.tls.serverNames.total)
      },
      .count("tls.certificates", "certificates", "different certificates in clear text") {
        UInt64($0.tls.certificates.total)
      },
      .count("tls.alerts", "messages", "alerts in clear text") {
        $0.tls.alerts.reduce(0) { $0 + $1.count }
      },
      .count("tls.fatal_alerts", "messages", "of these, the fatal ones") {
        $0.tls.alerts.reduce(0) { $1.level == "fatal" ? $0 + $1.count : $0 }
      },
      .count("tls.encrypted_client_hellos", "messages", "client hellos that may hide a name") {
        $0.tls.encryptedClientHellos
      },
    ]
    + Metric.parts(
      of: Whole("server hellos") { $0.tls.serverHellos &+ $0.tls.dtlsServerHellos },
      [
        CountRow("tls.resumed", "handshakes that go on with an older session") { $0.tls.resumed },
        CountRow("tls.deprecated", "handshakes in versions before TLS 1.2") { snapshot in
          snapshot.tls.versions.reduce(0) {
            TLSVersion.deprecatedNames.contains($1.name) ? $0 + $1.count : $0
          }
        },
      ])
    + Metric.durations("tls.latency", "client hello to server hello", of: "TLS handshakes") {
      $0.tls.latency
    }
    + [
      .count("quic.client_hellos", "messages", "client hellos in QUIC") { $0.quic.clientHellos },
      .count("quic.retries", "packets", "Retry packets") { $0.quic.retries },
      .count("quic.version_negotiations", "packets", "Version Negotiation packets") {
        $0.quic.versionNegotiations
      },
    ]

  static let findings: [Metric] = [
    finding("findings.total", "all findings") { judgement, _ in
      Severity.allCases.reduce(0) { $0 + judgement.count($1) }
    },
    finding("findings.errors", "findings that are errors") { judgement, _ in
      judgement.count(.error)
    },
    finding("findings.warnings", "findings that are warnings") { judgement, _ in
      judgement.count(.warning)
    },
    finding("findings.notes", "findings that are notes") { judgement, _ in judgement.count(.note) },
    finding(
      "findings.*", "findings of one rule", parameters: FindingCatalog.all.map { $0.id }
    ) { judgement, id in
      judgement.findings.count { $0.id == id }
        + judgement.further.reduce(0) { $1.id == id ? $0 + $1.count : $0 }
    },
  ]

  private static func finding(
    _ name: String, _ meaning: String, parameters: [String] = [],
    _ value: @escaping @Sendable (Judgement, String) -> Int
  ) -> Metric {
    Metric(
      name, .count, of: "findings", meaning + ", without those that are suppressed", .findings,
      parameters: parameters
    ) { grounds, parameter in MetricValue(UInt64(value(grounds.judgement, parameter))) }
  }
}
