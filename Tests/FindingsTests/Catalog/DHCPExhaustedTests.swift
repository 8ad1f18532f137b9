import Findings
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct DHCPExhaustedTests {
  private static let server = Traffic.DHCPAnswer(server: 1, router: 1, nameServer: 1)

  /// Clients that get an address, and then others that ask `times` without getting one.
  private func found(
    served: Int, neglected: Int, times: Int = 2, workers: Int = 1
  ) -> [Finding] {
    var traffic = Traffic()
    for client in 0..<served {
      traffic.dhcp(1, client: UInt64(client))
      for type in [2, 5] as [UInt8] {
        traffic.dhcp(type, client: UInt64(client), from: Self.server)
      }
    }
    for client in 1000..<1000 + neglected {
      for _ in 0..<times { traffic.dhcp(1, client: UInt64(client)) }
    }
    return findings(of: DHCPExhausted.self, workers: workers, traffic: traffic)
  }

  @Test(arguments: [1, 3])
  func warnsFromFiveClientsOn(workers: Int) throws {
    let finding = try #require(found(served: 20, neglected: 5, workers: workers).first)
    #expect(finding.measured == 5 && finding.subject == .capture)
    #expect(finding.detail.text.hasPrefix("Of 25 adapters that asked for an address 5 "))
    #expect(finding.packets == Array(61...70))
    #expect(found(served: 20, neglected: 4).isEmpty)
  }

  @Test func theyAreAFifthOfAllThatAsk() {
    #expect(found(served: 20, neglected: 5).count == 1)
    #expect(found(served: 21, neglected: 5).isEmpty)
  }

  @Test func oneQuestionMayBeLost() {
    #expect(found(served: 5, neglected: 20, times: 1).isEmpty)
  }

  @Test func withoutAServerNoneIsExhausted() {
    #expect(found(served: 0, neglected: 20).isEmpty)
  }
}
