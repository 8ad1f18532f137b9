import Charts
import PacketDecoding
import Testing
import TrafficAnalysis
import Wording

/// Charts of hosts, services and connections say what their numbers say.
@Suite struct OutcomeChartsTests {
  private func chart(
    _ id: String, _ snapshot: Snapshot = SampleSnapshots.normal, top: Int = 10
  ) throws -> any ChartContent {
    try #require(ChartCatalog.chart(id, for: snapshot, options: ChartOptions(top: top)))
  }

  private func drawn(_ chart: any ChartContent) -> RecordingCanvas {
    var canvas = RecordingCanvas()
    chart.draw(on: &canvas, in: Rect(chart.size), theme: .light)
    return canvas
  }

  @Test func hostsAreWeighedOnOneScale() throws {
    var snapshot = Snapshot()
    snapshot.capture.bytes = 1_000
    snapshot.hosts.rows = (1...2).map { Host(address: IPAddress(v4: $0)) }
    (snapshot.hosts.rows[0].bytesSent, snapshot.hosts.rows[0].bytesReceived) = (600, 200)
    (snapshot.hosts.rows[1].bytesSent, snapshot.hosts.rows[1].bytesReceived) = (0, 300)
    let chart = try chart("host-traffic", snapshot)
    #expect(chart.title == "0.0.0.1 sent 60.0 % and received 20.0 % of all bytes")
    let widths = drawn(chart).fills.compactMap { width($0.path) }.filter { $0 > 20 }.sorted()
    #expect(widths.count == 3)
    #expect(abs(widths[2] / widths[0] - 3) < 0.01 && abs(widths[1] / widths[0] - 1.5) < 0.01)
  }

  private func width(_ path: Path) -> Double? {
    let xs = path.elements.compactMap { element -> Double? in
      switch element {
      case .move(let point), .line(let point): point.x
      default: nil
      }
    }
    return xs.max().flatMap { most in xs.min().map { most - $0 } }
  }

  @Test func aMatrixHasWhatEachSentToEach() throws {
    let chart = try chart("host-matrix")
    let first = try #require(chart.table.rows.first)
    #expect(chart.title.text.contains("from \(first[0]) to \(first[1]): \(first[2])"))
    let rows = SampleSnapshots.normal.conversations.rows
    #expect(chart.table.rows.count == rows.count * 2)
    #expect(drawn(chart).texts.count { $0.string == "20" } <= 2)
  }

  @Test func aMatrixTakesThreeHosts() throws {
    var snapshot = SampleSnapshots.normal
    snapshot.conversations.rows.removeLast(13)
    #expect(
      try chart("host-matrix", snapshot).title == "Fewer than three hosts spoke with one another")
  }

  @Test func aMatrixOfSomeConversationsSaysSo() throws {
    var snapshot = SampleSnapshots.normal
    snapshot.conversations.total = 5_000
    #expect(
      try chart("host-matrix", snapshot).subtitle.text.hasSuffix("of the 14 largest conversations"))
  }

  @Test func servicesTellWhereMostFailed() throws {
    let chart = try chart("service-outcomes")
    #expect(chart.title == "6.8 % of conversations failed, most on tcp/22: 96")
    #expect(
      chart.table.rows.map { $0[0] } == [
        "tcp/443 (tls)", "udp/53 (dns)", "tcp/22", "tcp/80 (http)",
      ])
  }

  @Test func servicesBeyondTheTopAreOne() throws {
    var snapshot = SampleSnapshots.normal
    let probed = (1...40).map { SampleSnapshots.service($0, nil, failed: 1) }
    snapshot.services.rows += probed
    let chart = try chart("service-outcomes", snapshot, top: 4)
    #expect(chart.table.rows.map { $0[0] }.last == "41 other ports")
    #expect(chart.table.rows.last?[3] == "40")
    snapshot.services.rows = probed
    #expect(chart.title == "9.3 % of conversations failed, most on tcp/22: 96")
    let scan = try self.chart("service-outcomes", snapshot)
    #expect(scan.title == "100 % of conversations failed, on 40 ports")
    #expect(scan.table.rows.map { $0[0] } == ["40 ports"])
  }

  @Test func connectionsAreToldByHowTheyWent() throws {
    let chart = try chart("connection-outcomes")
    #expect(
      chart.title == "11.1 % of 895 connections refused or unanswered, 78.2 % closed in order")
    var calm = SampleSnapshots.normal
    calm.tcp.states = [.established: 3]
    #expect(try self.chart("connection-outcomes", calm).title == "All 3 connections left open")
    calm.tcp.states[.finished] = 1
    #expect(
      try self.chart("connection-outcomes", calm).title
        == "75.0 % of 4 connections left open, none failed")
    #expect(chart.alternativeText.text.contains("90 refused, 9 unanswered"))
    // Only one service is in the table of conversations.
    #expect(chart.table.rows.count == 1)
  }

  @Test func connectionsAreToldByServiceWhereAllAreKnown() throws {
    var snapshot = SampleSnapshots.normal
    for index in snapshot.conversations.rows.indices {
      snapshot.conversations.rows[index].state = index < 6 ? .finished : .rejected
      snapshot.conversations.rows[index].serverPort = index < 6 ? 443 : UInt16(index)
    }
    let rows = try chart("connection-outcomes", snapshot, top: 4).table.rows
    #expect(rows.map { $0[0] } == ["All connections", "tcp/443", "8 other ports"])
    #expect(rows[2][1] == "8")
    snapshot.conversations.total = 15
    #expect(try chart("connection-outcomes", snapshot).table.rows.count == 1)
  }

  @Test func retransmissionsAreAShareOfTheirMoment() throws {
    var snapshot = SampleSnapshots.spike
    snapshot.timeline.retransmissions = snapshot.timeline.packets.map { $0 > 1_000 ? $0 / 4 : 0 }
    (snapshot.tcp.packets, snapshot.tcp.retransmissions) = (10_000, 250)
    let chart = try chart("tcp-retransmissions", snapshot)
    #expect(chart.title.text.hasPrefix("2.5 % of TCP was sent again, most "))
    #expect(chart.title.text.contains(": 250,000 of 1,00"))
    #expect(chart.table.rows.count <= 100)
    snapshot.timeline.retransmissions = []
    #expect(
      try self.chart("tcp-retransmissions", snapshot).title == "No TCP segment was sent again")
  }

  @Test func handshakesHaveTheirPercentilesMarked() throws {
    let chart = try chart("handshake-times")
    #expect(chart.title == "Half of the handshakes take at most 64.4 ms, 95 % at most 228 ms")
    let texts = drawn(chart).texts.map(\.string)
    #expect(texts.contains("p50 64.4 ms") && texts.contains("p95 228 ms"))
    #expect(texts.contains("p99 247 ms") && texts.contains("100 %"))
  }

  @Test func percentilesThatAreOneAreLabelledOnce() throws {
    var snapshot = Snapshot()
    snapshot.tcp.handshakeRTT.count = 7
    snapshot.tcp.handshakeDistribution.percentiles = [Int64](repeating: 5_000_000, count: 101)
    let chart = try chart("handshake-times", snapshot)
    #expect(drawn(chart).texts.contains { $0.string == "p50–p99 5 ms" })
    #expect(chart.title == "95 % of the handshakes take at most 5 ms")
    snapshot.tcp.handshakeRTT.count = 4
    #expect(try self.chart("handshake-times", snapshot).table.rows.isEmpty)
  }
}
