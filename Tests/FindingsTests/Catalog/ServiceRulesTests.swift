import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

/// Services that do not answer, that refuse, and that break off.
struct ServiceRulesTests {
  private func judged(
    _ id: String, _ connections: Int, _ build: (inout TCPTalk, Int) -> Void
  ) -> [Finding] {
    findings(of: rule(id)) { talk in
      for number in 0..<connections {
        talk.clientPort = UInt16(40_000 + number)
        build(&talk, number)
      }
    }
  }

  @Test func aServiceThatDoesNotAnswer() throws {
    let found = judged("tcp-service-unanswered", 5) { talk, _ in talk.client(.syn, 0) }
    let finding = try #require(found.first)
    #expect(finding.subject.text == "10.0.0.2:80/tcp")
    #expect(finding.packets == [1, 2, 3, 4, 5])
    #expect(
      finding.filter
        == "ip.addr == 10.0.0.2 && tcp.port == 80 && tcp.flags.syn == 1 && tcp.flags.ack == 0")
    #expect(judged("tcp-service-unanswered", 4) { talk, _ in talk.client(.syn, 0) }.isEmpty)
    let once = judged("tcp-service-unanswered", 6) { talk, number in
      if number == 0 { talk.open() } else { talk.client(.syn, 0) }
    }
    #expect(once.isEmpty)
  }

  @Test func aServiceThatRefuses() throws {
    let found = judged("tcp-service-refused", 5) { talk, _ in
      talk.client(.syn, 0)
      talk.server([.rst, .ack], 0, 1)
    }
    #expect(try #require(found.first).measured == 5)
    let fewer = judged("tcp-service-refused", 5) { talk, number in
      if number == 4 {
        talk.open()
      } else {
        talk.client(.syn, 0)
        talk.server([.rst, .ack], 0, 1)
      }
    }
    #expect(fewer.isEmpty)
  }

  @Test func connectionsThatAreResetAfterData() throws {
    func reset(_ count: Int, of all: Int, data: Int) -> [Finding] {
      judged("tcp-reset-after-data", all) { talk, number in
        talk.open()
        if data > 0 { talk.client(.ack, 1, 1, length: data) }
        if number < count { talk.server([.rst, .ack], 1, UInt32(1 + data)) }
      }
    }
    let finding = try #require(reset(2, of: 20, data: 9).first)
    #expect(finding.measured == 10)
    #expect(finding.packets.count == 2)
    #expect(reset(1, of: 20, data: 9).isEmpty)
    #expect(reset(10, of: 19, data: 9).isEmpty)
    #expect(reset(10, of: 20, data: 0).isEmpty)
  }

  @Test func aReceiverThatDoesNotKeepUp() throws {
    func closed(_ times: UInt32) -> [Finding] {
      findings(of: rule("tcp-zero-window")) { talk in
        talk.open()
        for number in 0..<times {
          talk.client(.ack, 1 + number * 10, 1, length: 10)
          talk.server(.ack, 1, 11 + number * 10, window: 0)
          talk.server(.ack, 1, 11 + number * 10, window: 1000)
        }
      }
    }
    let finding = try #require(closed(3).first)
    #expect(finding.measured == 3)
    #expect(finding.packets == [5, 8, 11])
    #expect(finding.detail.hasPrefix("10.0.0.2 closed its window to 10.0.0.1"))
    #expect(closed(2).isEmpty)
  }
}
