import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct DNSTunnelsTests {
  private func found(
    _ count: Int, length: Int = 60, different: Int = .max, domain: String = "example.org"
  ) -> [Finding] {
    findings(of: DNSTunnels.self) { traffic in
      for number in 0..<count {
        let digits = String(number % different)
        let label = digits + String(repeating: "x", count: length - digits.utf8.count)
        traffic.ask("\(label).\(domain)", id: UInt16(number))
      }
    }
  }

  @Test func warnsFromTwoHundredNamesOn() throws {
    let finding = try #require(found(200).first)
    #expect(finding.subject.text == "example.org")
    #expect(finding.measured == 200)
    #expect(finding.detail.text.contains("12000 bytes"))
    #expect(found(199).isEmpty)
  }

  @Test func labelsAreLong() {
    #expect(found(500, length: 50).count == 1)
    #expect(found(500, length: 49).isEmpty)
  }

  @Test func namesDiffer() { #expect(found(1000, different: 50).isEmpty) }

  @Test func sparesReverseNamesAndManyShortLabels() {
    #expect(found(500, domain: "ip6.arpa").isEmpty)
    let list = findings(of: DNSTunnels.self) { traffic in
      for number in 0..<500 {
        let digits = String(number + 1000).map { "\($0)." }.joined()
        traffic.ask(digits + String(repeating: "a.b.", count: 14) + "list.example.org")
      }
    }
    #expect(list.isEmpty)
  }
}
