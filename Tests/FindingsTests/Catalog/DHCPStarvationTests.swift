import Findings
import Testing
import TrafficAnalysis
import TrafficSupport

struct DHCPStarvationTests {
  private func found(
    _ count: Int, different: Int = .max, pause: Int64 = 0, workers: Int = 1
  ) -> [Finding] {
    var traffic = Traffic()
    for number in 0..<count {
      traffic.dhcp(1, client: UInt64(number % different))
      traffic.wait(milliseconds: pause)
    }
    return findings(of: DHCPStarvation.self, workers: workers, traffic: traffic)
  }

  @Test(arguments: [1, 3])
  func warnsFromAHundredAdaptersOn(workers: Int) throws {
    let finding = try #require(found(100, workers: workers).first)
    #expect(finding.measured == 100 && finding.packets == Array(1...10))
    #expect(found(99, workers: workers).isEmpty)
  }

  /// With a second between two, a minute has 60 of them.
  @Test func theyComeWithinAMinute() { #expect(found(500, pause: 1000).isEmpty) }

  @Test func adaptersDiffer() { #expect(found(500, different: 99).isEmpty) }
}
