import Findings
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

/// What holds of every metric and every set.
struct MetricCatalogTests {
  @Test func namesAreUniqueAndReadWell() {
    let names = MetricCatalog.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    for metric in MetricCatalog.all {
      #expect(metric.name.wholeMatch(of: /[a-z0-9_]+(\.[a-z0-9_]+|\.\*)*/) != nil, "\(metric.name)")
      #expect(metric.name.contains("*") == !metric.parameters.isEmpty, "\(metric.name)")
      #expect(!metric.meaning.isEmpty && !metric.meaning.hasSuffix("."), "\(metric.name)")
      #expect((metric.kind == .count) == !metric.noun.isEmpty, "\(metric.name)")
    }
    #expect(Set(NameSetCatalog.all.map(\.name)).count == NameSetCatalog.all.count)
  }

  @Test func everyNameIsFoundAgain() throws {
    for metric in MetricCatalog.all {
      for name in [metric.names.first, metric.names.last].compactMap(\.self) {
        let found = try MetricCatalog.metric(name, line: nil)
        #expect(found.metric.name == metric.name)
      }
    }
  }

  @Test func everyNameCanBeWrittenInAFile() throws {
    let values: [QuantityKind: String] = [
      .count: "5", .bytes: "5 MB", .duration: "5ms", .percent: "5 %", .bitRate: "5 kbit/s",
      .packetRate: "5 packets/s",
    ]
    for metric in MetricCatalog.all {
      let value = try #require(values[metric.kind])
      let name = try #require(metric.names.last)
      let entry = "check: \(name) <= \(value)"
      #expect(
        try result(entry, on: Snapshot()).name
          == "\(name) <= \(value)".replacing("5ms", with: "5 ms"))
    }
  }

  @Test func everyMetricHasAValueOfEveryCapture() throws {
    for name in ["everything.pcapng", "web.pcap", "empty.pcap"] {
      let snapshot = try sampleSnapshot(name)
      for metric in MetricCatalog.all {
        let value = metric.value(in: snapshot, parameter: metric.parameters.first ?? "")
        switch value {
        case .measured(let number): #expect(number.isFinite && number >= 0, "\(metric.name)")
        case .absent(let reason): #expect(!reason.isEmpty, "\(metric.name)")
        }
      }
    }
  }

  @Test(arguments: [
    "packets", "http.requests", "protocols.http.share", "protocols.tcp.packets",
    "http.statuses.404", "http.statuses.5xx", "tcp.connections", "tcp.states.REJ",
  ])
  func agreesWithTheSnapshot(name: String) throws {
    let snapshot = try sampleSnapshot("web.pcap")
    let (metric, parameter) = try MetricCatalog.metric(name, line: nil)
    let statuses = { (names: Set<String>) in
      snapshot.http.statuses.reduce(0.0) { names.contains($1.name) ? $0 + Double($1.count) : $0 }
    }
    let expected: Double =
      switch name {
      case "packets": Double(snapshot.capture.packets)
      case "http.requests": Double(snapshot.http.requests)
      case "protocols.http.share":
        snapshot.protocols.filter { $0.path.hasSuffix("/http") }
          .reduce(0) { $0 + Double($1.packets) } / Double(snapshot.capture.packets) * 100
      case "protocols.tcp.packets": Double(snapshot.tcp.packets)
      case "http.statuses.404": statuses(["404"])
      case "http.statuses.5xx":
        statuses(["500", "503"])
      case "tcp.connections": Double(snapshot.tcp.connections)
      default: Double(snapshot.tcp.states[.rejected] ?? 0)
      }
    #expect(expected > 0)
    let value = metric.value(in: snapshot, parameter: parameter)
    #expect(value == .measured(expected), "\(name)")
  }

  @Test(arguments: [
    ("tpc.retransmissions.share", "tcp.retransmissions.share"),
    ("tcp.retransmission.share", "tcp.retransmissions.share"),
    ("protocols.dsn.share", "protocols.dns.share"), ("http.statuses.5x", "http.statuses.5xx"),
    ("tcp.handshake_rtt.p90", "tcp.handshake_rtt.p50"), ("findings.eror", "findings.errors"),
    ("tcp.rtt.p95", "tcp.data_rtt.p95"), ("tcp.retrans", "tcp.retransmissions"),
  ])
  func suggestsTheNearestName(name: String, suggestion: String) {
    let problem = #expect(throws: ExpectationProblem.self) {
      try MetricCatalog.metric(name, line: 1)
    }
    #expect(problem?.suggestion == suggestion)
  }
}
