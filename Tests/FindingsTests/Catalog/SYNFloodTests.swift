import Findings
import Testing
import TrafficSupport

struct SYNFloodTests {
  private func flood(_ count: UInt32, workers: Int = 1, _ more: (inout TCPTalk) -> Void = { _ in })
    -> [Finding]
  {
    var talk = TCPTalk()
    for client in 0..<count {
      if client % 2 == 0 {
        talk.knock(from: 1000 + client, on: 2, port: 80)
      } else {
        talk.leaveHalfOpen(from: 1000 + client, on: 2, port: 80)
      }
    }
    more(&talk)
    return findings(of: SYNFlood.self, workers: workers, traffic: talk.traffic)
  }

  @Test func warnsOfElevenHundredInAMinute() throws {
    let finding = try #require(flood(1100).first)
    #expect(finding.severity == .warning)
    #expect(finding.subject.text == "10.0.0.2:80/tcp")
    #expect(finding.measured == 1100)
    #expect(finding.packets.prefix(3) == [1, 2, 5])
    #expect(flood(1099).isEmpty)
  }

  @Test func anyNumberOfWorkersFindsTheSame() {
    #expect(flood(1200).map(\.detail) == flood(1200, workers: 4).map(\.detail))
  }

  @Test func aBusyServiceIsNotFlooded() {
    let visits = { (count: UInt32) in
      { (talk: inout TCPTalk) in
        for client in 0..<count { talk.visit(from: 9000 + client, on: 2, port: 80) }
      }
    }
    #expect(flood(1100, visits(120)).count == 1)
    #expect(flood(1100, visits(130)).isEmpty)
  }

  @Test func portsTogetherAreFloodedToo() throws {
    var talk = TCPTalk()
    for client in 0..<1200 as Range<UInt32> {
      talk.knock(from: 1000 + client, on: 2, port: UInt16(1 + client % 200))
    }
    let found = findings(of: SYNFlood.self, traffic: talk.traffic)
    #expect(found.map(\.subject.text) == ["10.0.0.2"])
    #expect(found.map(\.measured) == [1200])
    #expect(
      found.map(\.filter) == ["ip.dst == 10.0.0.2 && tcp.flags.syn == 1 && tcp.flags.ack == 0"])
    #expect(findings(of: ServiceUnanswered.self, traffic: talk.traffic).isEmpty)
  }

  @Test func aScanIsNoFlood() {
    let found = findings(of: SYNFlood.self) { talk in
      for port in 1..<3000 as Range<UInt16> { talk.knock(from: 1, on: 2, port: port) }
    }
    #expect(found.isEmpty)
  }

  @Test func isNoScan() {
    var talk = TCPTalk()
    for client in 0..<1100 as Range<UInt32> { talk.knock(from: 1000 + client, on: 2, port: 80) }
    #expect(findings(of: PortScan.self, traffic: talk.traffic).isEmpty)
    #expect(findings(of: AddressScan.self, traffic: talk.traffic).isEmpty)
  }

  @Test func slowOnesAreNone() {
    let found = findings(of: SYNFlood.self) { talk in
      for client in 0..<1200 as Range<UInt32> {
        talk.knock(from: 1000 + client, on: 2, port: 80)
        talk.traffic.wait(milliseconds: 60)
      }
    }
    #expect(found.isEmpty)
  }
}
