import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct DHCPUnansweredTests {
  private func found(
    _ count: Int, pause: Int64 = 4000, _ more: (inout Traffic) -> Void = { _ in }
  ) -> [Finding] {
    findings(of: DHCPUnanswered.self) { traffic in
      for _ in 0..<count {
        traffic.dhcp(1, client: 9)
        traffic.wait(milliseconds: pause)
      }
      more(&traffic)
    }
  }

  @Test func warnsFromFourQuestionsInTenSecondsOn() throws {
    let finding = try #require(found(4).first)
    #expect(finding.subject.text == "02:00:00:00:00:09")
    #expect(finding.packets == [1, 2, 3, 4])
    #expect(found(3, pause: 8000).isEmpty)
    #expect(found(4, pause: 3000).isEmpty)
  }

  @Test func hostsThatAreHeardOrGoOnAreAnswered() {
    let answer = Traffic.DHCPAnswer(server: 1, router: 1, nameServer: 1)
    #expect(found(4) { $0.dhcp(2, client: 9, from: answer) }.isEmpty)
    #expect(found(4) { $0.dhcp(3, client: 9) }.isEmpty)
    #expect(found(4) { $0.dhcp(3, client: 8) }.count == 1)
  }

  @Test func hostsWithAnAddressLookForServers() {
    let found = findings(of: DHCPUnanswered.self) { traffic in
      for _ in 0..<8 {
        traffic.dhcp(1, client: 9, fromHost: 1)
        traffic.wait(milliseconds: 4000)
      }
    }
    #expect(found.isEmpty)
  }
}
