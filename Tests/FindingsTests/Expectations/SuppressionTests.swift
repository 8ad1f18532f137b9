import Findings
import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct SuppressionTests {
  /// Hosts 2 and 3 refuse five connections each.
  private var refusals: Snapshot {
    var talk = TCPTalk()
    for host in [2, 3] as [UInt32] {
      talk.serverHost = host
      for port in 0..<5 {
        talk.clientPort = 40_000 + UInt16(port)
        talk.client(.syn, 0)
        talk.server([.rst, .ack], 0, 1)
      }
    }
    return talk.traffic.snapshot()
  }

  private func file(_ entry: String) -> String {
    let lines = entry.split(separator: "\n").joined(separator: "\n      ")
    return "findings:\n  suppress:\n    - \(lines)\n"
  }

  @Test func takesAwayTheFindingsOfItsSubject() throws {
    #expect(Judgement(refusals).findings.count { $0.id == "tcp-service-refused" } == 2)
    let verdict = try verdict(
      file("id: tcp-service-refused\nsubject: 10.0.0.2:80/tcp\nreason: switched off"), on: refusals)
    let left = verdict.judged.judgement.findings.filter { $0.id == "tcp-service-refused" }
    #expect(left.map(\.subject.text) == ["10.0.0.3:80/tcp"])
    #expect(verdict.judged.used.map(\.findings) == [1])
    #expect(verdict.judged.unused.isEmpty)
    #expect(!verdict.fails)
  }

  @Test(arguments: [
    ("subject: \"10.0.0.*\"\n", 0), ("", 0), ("subject: \"*:81/tcp\"\n", 2),
  ])
  func takesAwayByPattern(subject: String, left: Int) throws {
    let verdict = try verdict(
      file("id: tcp-service-refused\n\(subject)reason: x"), on: refusals)
    let findings = verdict.judged.judgement.findings
    #expect(findings.count { $0.id == "tcp-service-refused" } == left)
    #expect(verdict.judged.unused.count == (left == 2 ? 1 : 0))
  }

  /// More findings than are told one by one: none of them hides behind those that are suppressed.
  @Test func takesAwayBeforeFindingsAreCounted() throws {
    var talk = TCPTalk()
    for host in 2..<16 as Range<UInt32> {
      talk.serverHost = host
      for port in 0..<5 {
        talk.clientPort = 40_000 + UInt16(port)
        talk.client(.syn, 0)
        talk.server([.rst, .ack], 0, 1)
      }
    }
    let verdict = try verdict(
      file("id: tcp-service-refused\nsubject: \"10.0.0.1*\"\nreason: x"),
      on: talk.traffic.snapshot())
    let judgement = verdict.judged.judgement
    #expect(judgement.findings.count { $0.id == "tcp-service-refused" } == 8)
    #expect(judgement.further.isEmpty)
    #expect(verdict.judged.used.map(\.findings) == [6])
  }

  @Test func failsTheRunWhenItIsOver() throws {
    let text = file("id: tcp-service-refused\nreason: ticket 4711\nuntil: 2026-06-14")
    let verdict = try verdict(text, on: refusals)
    #expect(verdict.fails)
    #expect(verdict.judged.judgement.findings.count { $0.id == "tcp-service-refused" } == 2)
    let result = try #require(verdict.results.first)
    #expect(result.outcome == .failed)
    #expect(result.name == "Suppression of tcp-service-refused")
    #expect(result.expected == "until 2026-06-14")
    #expect(result.reason?.text.hasSuffix("ticket 4711") == true)
    // The last day is one on which it holds.
    let last = try ExpectationFile(text).verdict(
      on: refusals, today: try #require(CalendarDate("2026-06-14")))
    #expect(!last.fails)
    #expect(last.judged.expired.isEmpty)
  }

  @Test func aSuppressedDoubtIsStillADoubt() throws {
    let text =
      file("id: capture-one-sided\nreason: the tap is so") + """
        expectations:
          - check: tcp.retransmissions.share < 1 %
        """
    let verdict = try verdict(text, on: refusals.oneSided)
    #expect(verdict.judged.judgement.findings.isEmpty)
    #expect(verdict.judged.judgement.heldBack.count == 1)
    #expect(verdict.isInconclusive)
  }

  @Test func arrowsMayBeTyped() throws {
    let snapshot = TCPTalk.snapshot { talk in
      talk.open()
      for number in 0..<900 as Range<UInt32> {
        talk.client(.ack, 1 + number * 10, 1, length: 10)
        if number < 20 {
          talk.traffic.wait(milliseconds: 300)
          talk.client(.ack, 1 + number * 10, 1, length: 10)
        }
        talk.server(.ack, 1, 1 + (number + 1) * 10)
      }
    }
    let text = file("id: tcp-retransmissions\nsubject: 10.0.0.1 -> 10.0.0.2:80/tcp\nreason: x")
    #expect(try verdict(text, on: snapshot).judged.used.count == 1)
  }
}
