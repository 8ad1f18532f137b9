import CaptureFormats
import Charts
import Findings
import PacketDecoding
import Reporting
import Testing
import TrafficAnalysis
import Wording

/// Findings on charts over time.
@Suite struct FindingMarksTests {
  private func finding(_ severity: Severity, packets: [UInt64], time: Int64? = nil) -> Finding {
    Finding(
      PortScan.self, severity, subject: .capture, detail: "", measured: 1, threshold: 1,
      unit: .packets, packets: packets, filter: "",
      time: time.map { Timestamp(seconds: $0) })
  }

  private var snapshot: Snapshot {
    var snapshot = Snapshot()
    var conversation = Conversation(
      transport: "TCP", client: IPAddress(v4: 1), server: IPAddress(v4: 2),
      start: Timestamp(seconds: 40))
    conversation.firstPacket = 7
    snapshot.conversations.rows = [conversation]
    snapshot.observations.sightings.add(
      .reset,
      Sighting(
        number: 9, time: 50_000_000_000, source: IPAddress(v4: 1), destination: IPAddress(v4: 2)))
    return snapshot
  }

  @Test func standWhereTheirFirstKnownPacketIs() {
    let judgement = Judgement(findings: [
      finding(.error, packets: [9]), finding(.warning, packets: [3, 7, 9]),
      finding(.note, packets: [9], time: 60), finding(.note, packets: [3]),
    ])
    let marks = FindingMarks.marks(judgement, snapshot)
    #expect(marks.map { $0.time } == [50, 40, 60].map { Timestamp(seconds: $0) })
    #expect(marks.map(\.tone) == [.error, .warning, .note])
    #expect(marks.allSatisfy { $0.label == PortScan.title })
  }

  @Test func takeTimesFromThePacketsThemselves() {
    var judgement = Judgement(findings: [
      finding(.error, packets: [3, 9]), finding(.note, packets: [], time: 60),
    ])
    judgement.setTimes { $0 == 3 ? Timestamp(seconds: 30) : nil }
    let marks = FindingMarks.marks(judgement, snapshot)
    #expect(marks.map { $0.time } == [30, 60].map { Timestamp(seconds: $0) })
  }

  @Test func tellOfDropsWithoutATime() {
    var snapshot = snapshot
    snapshot.capture.drops = 0
    #expect(FindingMarks.marks(Judgement(), snapshot).isEmpty)
    snapshot.capture.drops = 1_200
    let marks = FindingMarks.marks(Judgement(), snapshot)
    #expect(marks.map { $0.time } == [nil])
    #expect(marks.first?.label == "1,200 packets dropped by the capture at unknown times")
  }
}
