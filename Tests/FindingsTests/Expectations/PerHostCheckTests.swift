import Findings
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct PerHostCheckTests {
  /// Host 1 sends 40 packets of 32 bytes, host 3 one.
  private func traffic(options: AnalysisOptions = AnalysisOptions()) -> Snapshot {
    var traffic = Traffic()
    for _ in 0..<40 { traffic.udp(from: (1, 4000), to: (2, 5000)) }
    traffic.udp(from: (3, 4000), to: (2, 5000))
    return traffic.snapshot(options: options)
  }

  @Test func namesTheWorstHost() throws {
    let found = try result("per_host: bytes_sent\nis: <= 1kB", on: traffic())
    #expect(found.outcome == .failed)
    #expect(found.subject == "10.0.0.1")
    #expect(found.measured == "1.28")
    #expect(found.expected == "<= 1")
    #expect(found.unit == "kB")
    #expect(found.packets == [1])
    #expect(try result("per_host: bytes_sent\nis: <= 1.5MB", on: traffic()).outcome == .passed)
  }

  @Test func countsThoseThatBreakIt() throws {
    let found = try result("per_host: packets_sent\nis: at least 5", on: traffic())
    #expect(found.subject == "10.0.0.2")
    #expect(found.measured == "0")
    #expect(found.reason == "so it is with 2 of 3 hosts; this is the worst")
  }

  @Test func looksAtSomeHostsAlone() throws {
    let entry = "per_host: packets_sent\nwhere: {address: 10.0.0.3}\nis: 1"
    #expect(try result(entry, on: traffic()).outcome == .passed)
    let nobody = "per_host: packets_sent\nwhere: {address: 192.0.2.1}\nis: 1"
    #expect(try result(nobody, on: traffic()).outcome == .inconclusive)
  }

  @Test func hostsThatWereNotKeptMatterWhereTheyCould() throws {
    var options = AnalysisOptions()
    options.maxRows = 2
    let snapshot = traffic(options: options)
    // Of three, the one with least bytes has no row: it cannot have sent more than the others.
    #expect(try result("per_host: bytes_sent\nis: <= 2kB", on: snapshot).outcome == .passed)
    #expect(try result("per_host: packets_sent\nis: <= 99", on: snapshot).outcome == .inconclusive)
    #expect(try result("per_host: bytes_sent\nis: <= 1kB", on: snapshot).outcome == .failed)
  }

  @Test func doubtsLeaveItOpen() throws {
    #expect(
      try result("per_host: bytes\nis: < 1MB", on: traffic().losing(9)).outcome == .inconclusive)
    #expect(try result("per_host: bytes\nis: < 1kB", on: traffic().losing(9)).outcome == .failed)
    #expect(
      try result("per_host: bytes\nis: over 1MB", on: traffic().losing(9)).outcome == .inconclusive)
  }
}
