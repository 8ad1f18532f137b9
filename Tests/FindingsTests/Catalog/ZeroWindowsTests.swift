import Findings
import PacketDecoding
import Testing
import TrafficSupport

struct ZeroWindowsTests {
  /// The client closes its window for so long, and the server tries to send or does not.
  private func stall(_ milliseconds: Int64, tries: Bool = true, opens: Bool = true) -> [Finding] {
    findings(of: ZeroWindows.self) { talk in
      talk.open()
      talk.server([.psh, .ack], 1, 1, length: 100)
      talk.client(.ack, 1, 101, window: 0)
      if tries {
        talk.traffic.wait(milliseconds: 200)
        talk.server(.ack, 100, 1)
        talk.client(.ack, 1, 101, window: 0)
        talk.traffic.wait(milliseconds: -202)
      }
      talk.traffic.wait(milliseconds: milliseconds - 1)
      if opens { talk.client(.ack, 1, 101, window: 1000) } else { talk.server(.ack, 100, 1) }
    }
  }

  @Test func warnsOfAWindowThatIsClosedForASecond() throws {
    let finding = try #require(stall(1000).first)
    #expect(finding.severity == .warning)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.2:80/tcp")
    #expect(finding.measured == 1)
    #expect(finding.unit == .seconds)
    #expect(finding.packets == [5, 7])
    #expect(stall(999).isEmpty)
  }

  @Test func aWindowThatStaysClosedCountsUpToTheLastTry() throws {
    let finding = try #require(stall(5000, opens: false).first)
    #expect(finding.measured == 5)
  }

  @Test func nobodyWaitsWhoDoesNotSend() {
    #expect(stall(60_000, tries: false).isEmpty)
  }

  /// The client closes its window and opens it at once, so many times.
  private func close(_ times: UInt32) -> [Finding] {
    findings(of: ZeroWindows.self) { talk in
      talk.open()
      for number in 0..<times {
        talk.server([.psh, .ack], 1 + number * 100, 1, length: 100)
        talk.client(.ack, 1, 101 + number * 100, window: 0)
        talk.client(.ack, 1, 101 + number * 100, window: 1000)
      }
    }
  }

  @Test func warnsOfAWindowThatIsClosedThreeTimes() throws {
    let finding = try #require(close(3).first)
    #expect(finding.measured == 3)
    #expect(finding.unit == .times)
    #expect(finding.packets.count == 3)
    #expect(close(2).isEmpty)
  }
}
