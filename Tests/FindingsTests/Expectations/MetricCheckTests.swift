import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct MetricCheckTests {
  /// Two connections, the handshake of each 2 ms long, and one segment sent again.
  private func talk(again: Bool = true) -> Snapshot {
    TCPTalk.snapshot { talk in
      talk.open()
      talk.client(.ack, 1, 1, length: 10)
      talk.server(.ack, 1, 11)
      if again {
        talk.traffic.wait(milliseconds: 300)
        talk.client(.ack, 1, 1, length: 10)
      }
    }
  }

  @Test func passesOrFailsInTheUnitThatWasWritten() throws {
    let passed = try result("check: tcp.handshake_rtt.p95 <= 34ms\nreason: the line", on: talk())
    #expect(passed.outcome == .passed)
    #expect(passed.expected == "<= 34")
    #expect(passed.measured == "2")
    #expect(passed.unit == "ms")
    #expect(passed.reason == "the line")
    #expect(passed.name == "tcp.handshake_rtt.p95 <= 34 ms")
    let failed = try result("name: Fast\ncheck: tcp.handshake_rtt.p95 <= 1500us", on: talk())
    #expect(failed.name == "Fast")
    #expect(failed.outcome == .failed)
    #expect(failed.measured == "2000")
    #expect(failed.unit == "us")
  }

  @Test func onlyWarnsWhereItIsToldSo() throws {
    let entry = "check: tcp.retransmissions = 0\nseverity: warn"
    let found = try result(entry, on: talk())
    #expect(found.outcome == .warned)
    #expect(found.packets == [6])
    #expect(found.measured == "1")
    #expect(found.unit == "TCP packets")
    #expect(try result(entry, on: talk(again: false)).outcome == .passed)
  }

  @Test(arguments: [
    "tcp.handshake_rtt.p95 < 1s", "dns.latency.p50 < 1s", "http.statuses.5xx.share < 1 %",
    "dns.failed.share < 1 %", "tcp.retransmissions.share < 1 %", "rtp.lost.share < 1 %",
    "drops = 0",
  ])
  func isInconclusiveWithoutWhatItMeasures(check: String) throws {
    let snapshot = Traffic.snapshot { $0.udp(from: (1, 4000), to: (2, 5000)) }
    let found = try result("check: \(check)", on: snapshot)
    #expect(found.outcome == .inconclusive)
    #expect(found.measured == "nothing")
    #expect(found.reason?.isEmpty == false)
  }

  @Test func nothingPassesInAnEmptyCapture() throws {
    for check in ["packets < 10", "tcp.packets = 0", "duration < 1s", "findings.total = 0"] {
      #expect(try result("check: \(check)", on: Snapshot()).outcome == .inconclusive, "\(check)")
    }
  }

  /// With packets missing, counts are the least that there was.
  @Test(arguments: [
    ("packets < 100", ExpectationResult.Outcome.inconclusive), ("packets < 2", .failed),
    ("packets >= 2", .passed), ("packets >= 100", .inconclusive),
    ("tcp.retransmissions.share < 50 %", .inconclusive),
    ("tcp.retransmissions.share < 1 %", .inconclusive),
    ("tcp.handshake_rtt.p95 < 1s", .inconclusive), ("duration < 1h", .passed),
  ])
  func missingPacketsLeaveDoubts(check: String, outcome: ExpectationResult.Outcome) throws {
    let found = try result("check: \(check)", on: talk().losing(10))
    #expect(found.outcome == outcome)
    #expect((found.reason == "packets are missing from the capture") == (outcome == .inconclusive))
    #expect(try result("check: \(check)", on: talk()).outcome != .inconclusive)
  }

  @Test func oneSidedCapturesTellNothingOfLoss() throws {
    let found = try result("check: tcp.retransmissions.share < 50 %", on: talk().oneSided)
    #expect(found.outcome == .inconclusive)
    #expect(found.reason == "the capture holds only one side of many connections")
  }

  @Test func cutShortFilesLeaveTotalsOpen() throws {
    let snapshot = try sampleSnapshot("cut-short.pcap")
    #expect(try result("check: packets <= 12", on: snapshot).outcome == .inconclusive)
    #expect(try result("check: duration < 1h", on: snapshot).outcome == .inconclusive)
    #expect(try result("check: packets >= 12", on: snapshot).outcome == .passed)
    #expect(try result("check: packets <= 11", on: snapshot).outcome == .failed)
  }

  @Test func countsFindings() throws {
    let snapshot = try sampleSnapshot("portscan.pcap")
    let judgement = Judgement(snapshot)
    let all = Severity.allCases.reduce(0) { $0 + judgement.count($1) }
    #expect(try result("check: findings.total = \(all)", on: snapshot).measured == "\(all)")
  }

  @Test func doesNotCountWhatIsHeldBack() throws {
    var talk = TCPTalk()
    for port in 0..<5 {
      talk.clientPort = 40_000 + UInt16(port)
      talk.client(.syn, 0)
      talk.server([.rst, .ack], 0, 1)
    }
    let snapshot = talk.traffic.snapshot()
    let entry = "check: findings.tcp-service-refused = 0"
    #expect(try result(entry, on: snapshot).outcome == .failed)
    #expect(try result(entry, on: snapshot.oneSided).outcome == .inconclusive)
  }
}
