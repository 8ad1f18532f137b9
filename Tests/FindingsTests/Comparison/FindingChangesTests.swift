import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import Wording

struct FindingChangesTests {
  /// A service that leaves so many connections unanswered on each of so many hosts.
  private func silent(hosts: UInt32 = 1, _ unanswered: UInt64 = 5) -> Snapshot {
    capture { snapshot in
      snapshot.observations.services = (0..<hosts).map { number in
        var health = ServiceHealth(server: IPAddress(v4: 0x0A00_0001 + number), port: 80)
        health.connections = unanswered
        health.unanswered = unanswered
        return health
      }
    }
  }

  @Test func areNewAndGone() throws {
    let changes = Comparison(base: capture(), new: silent()).changes(in: .findings)
    let change = try #require(changes.first)
    #expect(change.mark == "+10.0.0.1:80/tcp")
    #expect(change.measure == "tcp-service-unanswered")
    #expect(change.after == .text("warning") && change.before == nil)
    #expect(told(.findings, silent(), capture()) == ["-10.0.0.1:80/tcp"])
    #expect(told(.findings, silent(), silent(hosts: 1, 50)).isEmpty)
  }

  @Test func manyAreCounted() throws {
    let change = try #require(
      Comparison(base: silent(), new: silent(hosts: 30)).changes(in: .findings).first)
    #expect(change.kind == .changed)
    #expect(change.before == .number(1) && change.after == .number(30))
    #expect(told(.findings, silent(hosts: 30), silent(hosts: 34)).isEmpty)
  }

  @Test func followSettings() throws {
    var settings = ComparisonSettings()
    try settings.findings.set("tcp-service-unanswered", isOn: false)
    #expect(Comparison(base: capture(), new: silent(), settings: settings).isSame)
  }

  @Test func qualityIsToldBeside() {
    let lossy = capture { $0.capture.drops = 500 }
    let comparison = Comparison(base: capture(), new: lossy)
    #expect(comparison.isSame)
    #expect(comparison.new.qualityFindings.isEmpty == false)
    #expect(comparison.base.qualityFindings.isEmpty)
  }
}
