import Findings
import PacketDecoding
import Testing
import TrafficSupport

struct RetransmissionsTests {
  /// A connection in which the client sends `count` segments, and some of them twice.
  private func found(_ count: UInt32, again: UInt32, settings: FindingSettings = FindingSettings())
    -> [Finding]
  {
    findings(of: Retransmissions.self, settings: settings) { talk in
      talk.open()
      for number in 0..<count {
        talk.client(.ack, 1 + number * 10, 1, length: 10)
        if number < again {
          talk.traffic.wait(milliseconds: 300)
          talk.client(.ack, 1 + number * 10, 1, length: 10)
        }
        talk.server(.ack, 1, 1 + (number + 1) * 10)
      }
    }
  }

  @Test func warnsFromTwoPercentAndTwentySegmentsOn() throws {
    let finding = try #require(found(900, again: 20).first)
    #expect(finding.severity == .warning)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.2:80/tcp")
    #expect(finding.packets.count == 20)
    #expect(finding.firstPacket == 5)
    #expect(
      finding.filter
        == "ip.src == 10.0.0.1 && ip.dst == 10.0.0.2 && tcp.port == 80 && tcp.analysis.retransmission"
    )
    #expect(found(900, again: 19).isEmpty)
    #expect(found(1100, again: 20).isEmpty)
  }

  @Test func isAnErrorFromFivePercentAndFiftySegmentsOn() throws {
    #expect(try #require(found(900, again: 50).first).severity == .error)
    #expect(try #require(found(900, again: 49).first).severity == .warning)
  }

  @Test func takesBoundsFromSettings() throws {
    var settings = FindingSettings()
    try settings.set("tcp-retransmissions.warning", to: "1.5")
    #expect(found(1100, again: 20, settings: settings).count == 1)
    #expect(throws: FindingSettings.Problem.self) {
      try settings.set("tcp-retransmissions.waning", to: "1")
    }
  }
}
