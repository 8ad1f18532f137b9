import Findings
import TestSupport
import Testing
import TrafficSupport

struct ICMPFloodTests {
  private func send(_ count: Int, type: UInt8 = 8, every milliseconds: Int64 = 0) -> [Finding] {
    var traffic = Traffic()
    for number in 0..<count {
      var message: [UInt8] = [type, 0, 0, 0, 0, 1]
      message.appendNetwork(UInt16(truncatingIfNeeded: number))
      traffic.add(Traffic.ipv4(1, from: 1, to: 2, message))
      traffic.wait(milliseconds: milliseconds)
    }
    return findings(of: ICMPFlood.self, traffic: traffic)
  }

  @Test func aThousandInTenSecondsAreAFlood() throws {
    let finding = try #require(send(1000).first)
    #expect(finding.subject.text == "10.0.0.1 → 10.0.0.2")
    #expect(finding.measured == 1000)
    #expect(finding.filter == "ip.src == 10.0.0.1 && ip.dst == 10.0.0.2 && icmp")
    #expect(send(999).isEmpty)
  }

  @Test func aPingIsNone() {
    #expect(send(3000, every: 10).isEmpty)
  }

  @Test func repliesAreNone() {
    #expect(send(2000, type: 0).isEmpty)
  }
}
