import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct BroadcastRateTests {
  /// Broadcasts within ten seconds, which begin with the first packet.
  private func found(_ count: Int64, to target: MACAddress = .broadcast) -> [Finding] {
    findings(of: BroadcastRate.self) { traffic in
      for number in 0..<count {
        traffic.clock = 1_700_000_000_000_000_000 + number * 9_990_000_000 / count
        traffic.frame(from: Traffic.adapter(1), to: target, type: 0x88B5, [1, 2, 3])
      }
    }
  }

  @Test func warnsFromFiveHundredInASecondOn() throws {
    let finding = try #require(found(5000).first)
    #expect(finding.severity == .warning)
    #expect(finding.measured == 500)
    #expect(finding.packets == [1])
    #expect(found(4999).isEmpty)
  }

  @Test func isAnErrorFromFiveThousandOn() throws {
    #expect(try #require(found(50_000).first).severity == .error)
  }

  @Test func streamsToManyAreNoBroadcasts() {
    #expect(found(6000, to: MACAddress(rawValue: 0x0100_5E00_0001)).isEmpty)
  }
}
