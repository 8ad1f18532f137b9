import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

struct EvidenceNameTests {
  @Test func numbersTheFindingsOfEachRule() {
    let found = findings(of: rule("tcp-service-unanswered")) { talk in
      for host in 2...3 as ClosedRange<UInt32> {
        for client in 0..<5 as Range<UInt16> {
          talk.serverHost = host
          talk.clientPort = 40_000 + client
          talk.client(.syn, 0)
        }
      }
    }
    #expect(
      EvidenceName.paths(of: found) == [
        "evidence/tcp-service-unanswered-001.pcapng", "evidence/tcp-service-unanswered-002.pcapng",
      ])
    #expect(Set(EvidenceName.all).isSuperset(of: EvidenceName.paths(of: found).compactMap { $0 }))
  }

  @Test func hasNoneWithoutPackets() {
    var finding = findings(of: rule("tcp-service-unanswered")) { talk in
      for client in 0..<5 as Range<UInt16> {
        talk.clientPort = 40_000 + client
        talk.client(.syn, 0)
      }
    }[0]
    finding.packets = []
    #expect(EvidenceName.paths(of: [finding]) == [nil])
  }
}
