import CaptureFormats
import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

struct JudgementTests {
  /// Services of `count` hosts that do not answer.
  private func silence(_ count: UInt32) -> Snapshot {
    Traffic.snapshot { traffic in
      for host in 0..<count {
        for port in 0..<6 as Range<UInt16> {
          var talk = TCPTalk(
            traffic: traffic, clientPort: 40_000 + port, clientHost: 1000 + UInt32(port),
            serverHost: 2 + host)
          talk.client(.syn, 0)
          traffic = talk.traffic
        }
      }
    }
  }

  private func only(_ id: String) throws -> FindingSettings {
    var settings = FindingSettings()
    for rule in FindingCatalog.all where rule.id != id { try settings.set(rule.id, isOn: false) }
    return settings
  }

  @Test func tellsTheWorstTenOfARuleAndCountsTheRest() throws {
    let judgement = try Judgement(silence(23), settings: only("tcp-service-unanswered"))
    #expect(judgement.findings.count == 10)
    #expect(judgement.further.map(\.id) == ["tcp-service-unanswered"])
    #expect(judgement.further.first?.count == 13)
    #expect(judgement.count(.warning) == 23)
    #expect(judgement.worst == .warning)
    #expect(judgement.reaches(.note) && judgement.reaches(.warning) && !judgement.reaches(.error))
  }

  @Test func holdsBackWhatTheCaptureMakesDoubtful() throws {
    var snapshot = silence(1)
    let quiet = try Judgement(snapshot, settings: only("tcp-service-unanswered"))
    #expect(quiet.findings.map(\.id) == ["tcp-service-unanswered"])
    var file = CaptureFileSummary(name: "a.pcapng", format: "pcapng")
    file.interfaces = [CaptureInterfaceSummary(linkType: "EN10MB", dropped: 1)]
    snapshot.capture.files = [file]
    snapshot.capture.drops = 1
    let judgement = Judgement(snapshot)
    #expect(judgement.findings.first?.id == "capture-drops")
    #expect(!judgement.findings.contains { $0.id == "tcp-service-unanswered" })
    let held = judgement.heldBack.first { $0.id == "tcp-service-unanswered" }
    #expect(held?.doubt == .packetsMissing)
    #expect(held?.count == 1)
  }

  @Test func putsCaptureQualityBeforeWorseFindings() throws {
    let snapshot = Traffic.snapshot { traffic in
      var talk = TCPTalk(traffic: traffic)
      talk.open()
      for number in 0..<200 as Range<UInt32> {
        talk.client(.ack, 1 + number * 10, 1, length: 10)
        guard number < 60 else { continue }
        talk.traffic.wait(milliseconds: 300)
        talk.client(.ack, 1 + number * 10, 1, length: 10)
      }
      talk.traffic.clock -= 5_000_000_000
      talk.server(.ack, 1, 2001)
      traffic = talk.traffic
    }
    let judgement = Judgement(snapshot)
    #expect(judgement.findings.first?.id == "capture-clock-set-back")
    #expect(judgement.findings.dropFirst().first?.severity == .error)
  }

  @Test func isTheSameForAnyNumberOfWorkers() {
    var traffic = Traffic()
    for host in 0..<40 as Range<UInt32> {
      var talk = TCPTalk(traffic: traffic, clientHost: 100 + host, serverHost: 2 + host % 4)
      talk.client(.syn, 0)
      traffic = talk.traffic
    }
    let one = Judgement(traffic.snapshot())
    for workers in 2...3 {
      let several = Judgement(traffic.snapshot(workers: workers))
      #expect(several.findings.map(\.detail) == one.findings.map(\.detail))
      #expect(several.findings.map(\.packets) == one.findings.map(\.packets))
      #expect(several.findings.map(\.subject) == one.findings.map(\.subject))
    }
    #expect(!one.findings.isEmpty)
  }
}
