import CaptureFormats
import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

/// The rules that say whether a capture can be believed.
struct CaptureQualityTests {
  private func judged(_ id: String, _ snapshot: Snapshot) -> [Finding] {
    rule(id).findings(in: FindingContext(snapshot))
  }

  @Test func aFileThatIsCutShort() throws {
    var snapshot = Snapshot()
    var file = CaptureFileSummary(name: "a.pcap", format: "pcap")
    snapshot.capture.files = [file]
    #expect(judged("capture-cut-short", snapshot).isEmpty)
    file.cutShort = CutShort(offset: 1234, packet: 7, reason: "the file ends")
    snapshot.capture.files = [file]
    let finding = try #require(judged("capture-cut-short", snapshot).first)
    #expect(finding.detail.text.contains("1234") && finding.detail.text.contains("packet 7"))
    #expect(finding.packets == [7])
  }

  @Test(
    arguments: [
      (1, nil), (0, nil), (1002, Severity.warning), (10_102, .error),
    ] as [(UInt64, Severity?)])
  func drops(count: UInt64, severity: Severity?) {
    var snapshot = Snapshot()
    snapshot.capture.drops = count
    snapshot.capture.accounting.read = 1_000_000
    let found = judged("capture-drops", snapshot)
    #expect(found.first?.severity == (count == 0 ? nil : severity ?? .note))
    #expect(found.first?.doubts.isEmpty == (count == 0 ? nil : severity == nil))
  }

  /// Segments of a client that a server acknowledges; each so many-th is not in the capture.
  private func segments(_ count: UInt32, withoutEvery step: UInt32) -> Snapshot {
    TCPTalk.snapshot { talk in
      talk.open()
      for number in 0..<count {
        if number % step != 0 { talk.client(.ack, 1 + number * 10, 1, length: 10) }
        talk.server(.ack, 1, 11 + number * 10)
      }
    }
  }

  @Test func acknowledgmentsOfWhatIsNotThere() throws {
    let finding = try #require(
      judged("capture-unseen-segments", segments(150, withoutEvery: 4)).first)
    #expect(finding.doubts == [.packetsMissing])
    #expect(!finding.packets.isEmpty)
    #expect(judged("capture-unseen-segments", segments(150, withoutEvery: 20)).isEmpty)
    #expect(judged("capture-unseen-segments", segments(40, withoutEvery: 4)).isEmpty)
  }

  private func flows(oneSided: UInt32, whole: UInt32) -> Snapshot {
    Traffic.snapshot { traffic in
      for number in 0..<oneSided + whole {
        var talk = TCPTalk(traffic: traffic, clientPort: UInt16(40_000 + number))
        talk.client(.syn, 0)
        if number >= oneSided { talk.server([.syn, .ack], 0, 1) }
        talk.client(.ack, 1, 1)
        talk.client(.ack, 1, 1, length: 5)
        traffic = talk.traffic
      }
    }
  }

  @Test func oneSideOfConnections() throws {
    let finding = try #require(judged("capture-one-sided", flows(oneSided: 18, whole: 2)).first)
    #expect(finding.doubts == [.oneSided])
    #expect(finding.firstPacket == 1)
    #expect(judged("capture-one-sided", flows(oneSided: 17, whole: 3)).isEmpty)
    #expect(judged("capture-one-sided", flows(oneSided: 19, whole: 0)).isEmpty)
  }

  @Test func scansAreNotOneSided() {
    let snapshot = Traffic.snapshot { traffic in
      for number in 0..<50 as Range<UInt16> {
        var talk = TCPTalk(traffic: traffic, serverPort: 1 + number)
        talk.client(.syn, 0)
        traffic = talk.traffic
      }
    }
    #expect(judged("capture-one-sided", snapshot).isEmpty)
  }

  @Test func headersThatAreCutOff() throws {
    func cut(_ count: Int, to length: Int) -> Snapshot {
      Traffic.snapshot { traffic in
        let packet = Traffic.ipv4(17, from: 1, to: 2, [UInt8](repeating: 0, count: 100))
        for number in 0..<200 {
          if number < count {
            traffic.add(Array(packet.prefix(length)), length: UInt32(packet.count))
          } else {
            traffic.udp(from: (1, 5000), to: (2, 6000))
          }
        }
      }
    }
    #expect(try #require(judged("capture-cut-headers", cut(2, to: 22)).first).packets == [1, 2])
    #expect(judged("capture-cut-headers", cut(1, to: 22)).isEmpty)
    // Payload may be cut.
    #expect(judged("capture-cut-headers", cut(100, to: 60)).isEmpty)
  }

  @Test func aClockThatIsSetBack() throws {
    func back(milliseconds: Int64, files: Int = 1) -> Snapshot {
      var snapshot = Traffic.snapshot { traffic in
        traffic.udp(from: (1, 5000), to: (2, 6000))
        traffic.wait(milliseconds: -milliseconds - 1)
        traffic.udp(from: (1, 5000), to: (2, 6000))
      }
      snapshot.capture.files = (0..<files).map {
        CaptureFileSummary(name: "\($0).pcap", format: "pcap")
      }
      return snapshot
    }
    #expect(
      try #require(judged("capture-clock-set-back", back(milliseconds: 1001)).first).packets == [2])
    #expect(judged("capture-clock-set-back", back(milliseconds: 1000)).isEmpty)
    #expect(judged("capture-clock-set-back", back(milliseconds: 5000, files: 2)).isEmpty)
  }
}
