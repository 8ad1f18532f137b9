import Findings
import Testing
import TrafficSupport

struct RTPLossTests {
  /// Packets from 0 on, of which the first two only make sure, and some in the middle are missing.
  private func found(_ count: Int, lost: Int) -> [Finding] {
    findings(of: RTPLoss.self) { (traffic: inout Traffic) in
      for sequence in 0..<count + 2 {
        let isLost = sequence >= 10 && sequence % 2 == 0 && sequence < 10 + lost * 2
        if !isLost { traffic.voice(UInt16(sequence)) }
        traffic.wait(milliseconds: 19)
      }
    }
  }

  @Test func warnsFromOnePercentOn() throws {
    let finding = try #require(found(500, lost: 5).first)
    #expect(finding.severity == .warning && finding.measured == 1)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.2:5000/udp")
    #expect(finding.packets == [11, 12, 13, 14, 15])
    #expect(finding.filter.hasSuffix("udp.dstport == 5000 && rtp.ssrc == 0x0000abcd"))
    #expect(found(501, lost: 5).isEmpty)
  }

  @Test func isAnErrorFromFivePercentOn() {
    #expect(found(100, lost: 5).map(\.severity) == [.error])
    #expect(found(101, lost: 5).map(\.severity) == [.warning])
  }

  @Test func needsAHundredPacketsAndFiveLost() {
    #expect(found(99, lost: 20).isEmpty)
    #expect(found(100, lost: 4).isEmpty)
  }
}
