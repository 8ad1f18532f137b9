import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct DNSOversizedTests {
  /// Responses with so many answers of sixteen bytes and a name, the others without any.
  private func found(_ count: UInt16, large: UInt16, answers: Int, flags: UInt16 = 0x8180)
    -> [Finding]
  {
    findings(of: DNSOversized.self) { traffic in
      for id in 0..<count {
        var response = DNSBuilder.response("a.example", id: id)
        if id < large {
          response.flags = flags
          for _ in 0..<answers {
            response.answers.append(DNSBuilder.Record("", 28, .pattern(16)))
          }
        }
        traffic.ask("a.example", id: id)
        traffic.udp(from: (53, 53), to: (1, 40_000), response.bytes)
      }
    }
  }

  @Test func notesFromFivePercentAndTwentyOn() throws {
    // 27 bytes of header and question, 27 of each answer.
    let finding = try #require(found(400, large: 20, answers: 45).first)
    #expect(finding.severity == .note)
    #expect(finding.detail.text.contains("20 are larger"))
    #expect(finding.packets.count == 20)
    #expect(found(400, large: 19, answers: 45).isEmpty)
    #expect(found(401, large: 20, answers: 45).isEmpty)
    #expect(found(400, large: 20, answers: 44).isEmpty)
  }

  @Test func truncatedOnesCount() {
    #expect(found(400, large: 20, answers: 0, flags: 0x8380).count == 1)
  }
}
