import Charts
import Testing
import TrafficAnalysis
import Wording

/// Charts of DNS, HTTP and TLS say what their numbers say.
@Suite struct ApplicationChartsTests {
  private func chart(
    _ id: String, _ snapshot: Snapshot = SampleSnapshots.normal, top: Int = 10
  ) throws -> any ChartContent {
    try #require(ChartCatalog.chart(id, for: snapshot, options: ChartOptions(top: top)))
  }

  @Test func responseCodesTellOfErrors() throws {
    let chart = try chart("dns-codes")
    #expect(chart.title == "92.3 % of DNS responses are without error")
    #expect(
      chart.alternativeText.text.hasSuffix(": NOERROR 92.3 %, NXDOMAIN 6.8 %, SERVFAIL 0.9 %."))
    var snapshot = SampleSnapshots.normal
    snapshot.dns.responseCodes.removeLast(2)
    #expect(try self.chart("dns-codes", snapshot).title == "All DNS responses are without error")
  }

  @Test func whatIsBeyondTheTopIsTakenTogether() throws {
    let rows = try chart("http-statuses", top: 3).table.rows
    #expect(rows.map { $0[0] } == ["200 OK", "304 Not Modified", "3 others"])
    #expect(rows[2][1] == "14")
  }

  @Test func latenciesStandInBinsOfOneUnit() throws {
    let chart = try chart("dns-latency")
    #expect(chart.title == "Half of the DNS responses come within 1.4 ms, 95 % within 48 ms")
    #expect(chart.table.rows.map { $0[0] }.prefix(3) == ["100–200 µs", "200–500 µs", "0.5–1 ms"])
    var snapshot = SampleSnapshots.normal
    snapshot.dns.latencyDistribution.bins = [.init(from: 5_000_000_000, to: .max, count: 5)]
    #expect(try self.chart("dns-latency", snapshot).table.rows == [["≥ 5 s", "5", "100 %"]])
    snapshot.dns.latencyDistribution.bins[0].count = 4
    #expect(try self.chart("dns-latency", snapshot).table.rows.isEmpty)
  }

  @Test func statusesTellOfErrors() throws {
    let chart = try chart("http-statuses")
    #expect(chart.title == "3.9 % of HTTP responses have an error status")
    #expect(chart.table.rows.map { $0[0] }.suffix(2) == ["503 Service Unavailable", "999"])
    var snapshot = SampleSnapshots.normal
    snapshot.http.statuses = [Tally(name: "200", count: 2)]
    #expect(
      try self.chart("http-statuses", snapshot).title == "No HTTP response has an error status")
  }

  @Test func versionsThatMustNotBeUsedAreNamed() throws {
    let chart = try chart("tls-versions")
    #expect(chart.title == "TLS 1.3 in 86.5 % of the handshakes, 0.9 % deprecated")
    #expect(chart.table.rows.last?[0] == "TLS 1.0 (deprecated)")
    var snapshot = SampleSnapshots.normal
    snapshot.tls.versions.removeLast()
    #expect(
      try self.chart("tls-versions", snapshot).title.text.hasSuffix("none of a deprecated version"))
  }
}
