import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

@Suite struct JudgementRetoldTests {
  /// The same with other hosts, of which the rules know nothing.
  private func moved(_ subject: FindingSubject) -> FindingSubject {
    guard case .pair(let one, let other) = subject else { return subject }
    return .pair(moved(one), moved(other))
  }

  private func moved(_ address: IPAddress) -> IPAddress { IPAddress(v4: ~UInt32(address.low)) }

  @Test func tellsTheSameOfOthers() throws {
    let original = try sampleSnapshot("portscan.pcap")
    let judgement = Judgement(original)
    let scan = try #require(judgement.findings.first { $0.id == "port-scan" })
    var image = original
    for place in image.observations.scans.ports.indices {
      let sweep = image.observations.scans.ports[place]
      image.observations.scans.ports[place].client = moved(sweep.client)
      image.observations.scans.ports[place].server = moved(sweep.server)
    }
    let retold = judgement.retold(of: image, settings: FindingSettings(), subject: moved)
    #expect(retold.findings.map(\.id) == judgement.findings.map(\.id))
    let told = try #require(retold.findings.first { $0.id == "port-scan" })
    #expect(told.subject == moved(scan.subject) && told.measured == scan.measured)
    #expect(!told.detail.text.contains(scan.subject.text.split(separator: " ")[0]))
  }

  @Test func saysNoMoreThanTheTitleOfWhatItDoesNotFind() throws {
    let judgement = Judgement(try sampleSnapshot("portscan.pcap"))
    let retold = judgement.retold(of: Snapshot(), settings: FindingSettings(), subject: moved)
    #expect(retold.findings.map(\.severity) == judgement.findings.map(\.severity))
    #expect(retold.findings.allSatisfy { $0.detail.text == $0.title.text + "." })
  }
}
