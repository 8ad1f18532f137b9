import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct DNSFailingTests {
  private func found(
    _ count: UInt16, failed: UInt16 = 0, unanswered: UInt16 = 0, names: UInt16 = 3,
    code: UInt16 = 2
  ) -> [Finding] {
    findings(of: DNSFailing.self) { traffic in
      for id in 0..<count {
        if id < failed {
          traffic.lookUp("host\(id % names).example.org", id: id, code: code)
        } else if id < failed + unanswered {
          traffic.ask("host\(id).example.org", id: id)
        } else {
          traffic.lookUp("host\(id).example.org", id: id, code: id % 2 * 3)
        }
      }
    }
  }

  @Test func warnsFromFivePercentAndTwentyOn() throws {
    let finding = try #require(found(400, failed: 20).first)
    #expect(finding.severity == .warning)
    #expect(finding.subject.text == "10.0.0.53")
    #expect(finding.packets.count == 20)
    #expect(finding.firstPacket == 2)
    #expect(found(400, failed: 20, code: 5).count == 1)
    #expect(found(400, failed: 19).isEmpty)
    #expect(found(401, failed: 20).isEmpty)
  }

  @Test func addsWhatIsNotAnswered() throws {
    let finding = try #require(found(400, failed: 10, unanswered: 10).first)
    #expect(finding.detail.text.contains("10 with SERVFAIL or REFUSED and 10 not at all"))
    #expect(found(400, unanswered: 19).isEmpty)
  }

  @Test func isAnErrorFromOneHalfOn() throws {
    #expect(try #require(found(100, failed: 50).first).severity == .error)
  }

  @Test func oneNameMayBeBroken() { #expect(found(100, failed: 50, names: 2).isEmpty) }

  @Test func aSilentServerMayBeOutOfSight() {
    #expect(found(100, unanswered: 100).isEmpty)
    let again = findings(of: DNSFailing.self) { traffic in
      for id: UInt16 in 0..<40 {
        for _ in 0..<2 { traffic.ask("host\(id).example.org", id: id) }
      }
    }
    #expect(again.first?.severity == .error)
  }
}
