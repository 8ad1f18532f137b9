import Findings
import Testing
import TrafficSupport

struct RTPJitterTests {
  /// Every other packet comes late.
  private func found(_ count: UInt16, late milliseconds: Int64, type: UInt8 = 0) -> [Finding] {
    findings(of: RTPJitter.self) { (traffic: inout Traffic) in
      for sequence in 0..<count {
        traffic.voice(sequence, type: type)
        traffic.wait(milliseconds: 99 + (sequence % 2 == 0 ? milliseconds : -milliseconds))
      }
    }
  }

  private func foundSteady(late: Int64) -> [Finding] {
    findings(of: RTPJitter.self) { (traffic: inout Traffic) in
      for sequence in 0..<1000 as Range<UInt16> {
        let start = traffic.clock
        traffic.wait(milliseconds: sequence % 2 == 0 ? 0 : late)
        traffic.voice(sequence)
        traffic.clock = start + 20_000_000
      }
    }
  }

  @Test func findsThirtyMilliseconds() throws {
    let finding = try #require(foundSteady(late: 32).first)
    #expect((30...32).contains(finding.measured) && finding.unit == .milliseconds)
    #expect(foundSteady(late: 29).isEmpty)
  }

  @Test func saysNothingOfVideoAndOfShortStreams() {
    #expect(found(200, late: 50, type: 31).isEmpty)
    #expect(found(101, late: 50).isEmpty)
    #expect(found(200, late: 50).count == 1)
  }
}
