import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

struct DNSSlowTests {
  private func found(_ count: UInt16, slow: UInt16, delay: Int64) -> [Finding] {
    findings(of: DNSSlow.self) { traffic in
      for id in 0..<count {
        traffic.lookUp("host\(id).example.org", id: id, delay: id < slow ? delay : 10)
      }
    }
  }

  @Test func holdsTheSlowestTwentiethAgainstTheBounds() throws {
    let note = try #require(found(100, slow: 6, delay: 600).first)
    #expect(note.severity == .note)
    #expect(note.subject.text == "10.0.0.53")
    #expect(try #require(found(100, slow: 6, delay: 1300).first).severity == .warning)
    #expect(found(100, slow: 5, delay: 1300).isEmpty)
    #expect(found(100, slow: 100, delay: 400).isEmpty)
  }

  @Test func fewAnswersSayNothing() {
    #expect(found(50, slow: 50, delay: 1300).count == 1)
    #expect(found(49, slow: 49, delay: 1300).isEmpty)
  }
}
