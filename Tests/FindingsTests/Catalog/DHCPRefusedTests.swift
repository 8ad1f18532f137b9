import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct DHCPRefusedTests {
  private func found(refused: Int, acknowledged: Int, clients: Int = 2) -> [Finding] {
    findings(of: DHCPRefused.self) { traffic in
      let answer = Traffic.DHCPAnswer(server: 1, router: 1, nameServer: 1)
      for number in 0..<refused + acknowledged {
        traffic.dhcp(
          number < refused ? 6 : 5, client: UInt64(number % clients), from: answer)
      }
    }
  }

  @Test func warnsFromAFifthAndFiveOn() throws {
    let finding = try #require(found(refused: 5, acknowledged: 20).first)
    #expect(finding.subject.text == "10.0.0.1")
    #expect(finding.packets == [1, 2, 3, 4, 5])
    #expect(found(refused: 5, acknowledged: 21).isEmpty)
    #expect(found(refused: 4, acknowledged: 4).isEmpty)
  }

  @Test func oneClientMayBeWrong() {
    #expect(found(refused: 9, acknowledged: 0, clients: 1).isEmpty)
  }
}
